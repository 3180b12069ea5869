// What the compiler of a plugin that stands in a folder of its own must know besides what the plugin imports.
/* oxlint-disable typescript/triple-slash-reference -- they are declarations of packages, and nothing to import */
/// <reference types="node" />
/// <reference types="vite/client" />
/// <reference path="./core/channel/template/mjml.d.ts" />
/// <reference path="./core/decision/read/dmn-moddle.d.ts" />
/// <reference path="./core/flow/deploy/bpmn-moddle.d.ts" />
/// <reference path="./designer/bpmn-js.d.ts" />
/// <reference path="./designer/decision/dmn-js.d.ts" />
