import type { Node } from '../ast.ts';
import { Sequence } from '../value.ts';
import { compileApply } from './apply.ts';
import { compileBlock, compileBind, compileCondition } from './block.ts';
import { compileCall } from './call.ts';
import { compileList, compileObject, compileGroup } from './construct.ts';
import { compileFilter } from './filter.ts';
import { compileLambda } from './lambda.ts';
import { compileName } from './name.ts';
import { compileBinary, compileNegation } from './operation.ts';
import { compilePath } from './path.ts';
import { compileRegex } from './regex.ts';
import { NotCovered, type Compiler, type Run } from './run.ts';
import { compileVariable } from './variable.ts';
import { descend, wildcard } from './wildcard.ts';

export function createCompiler(own: ReadonlySet<string>): Compiler {
  const compiler: Compiler = { own, compile: (node) => compileNode(node, compiler) };
  return compiler;
}

function compileNode(node: Node, compiler: Compiler): Run {
  if (node.tuple || node.focus !== undefined || node.index !== undefined) throw new NotCovered('@ and #');
  let run = compileBare(node, compiler);
  for (const filter of node.predicate ?? []) run = filtered(run, compileFilter(filter, compiler));
  if (node.group && node.type !== 'path') run = grouped(run, compileGroup(node.group, compiler));
  return canBeSequence(node) ? collapsing(run, node.keepArray === true) : run;
}

function compileBare(node: Node, compiler: Compiler): Run {
  switch (node.type) {
    case 'string':
    case 'number':
    case 'value':
      return () => node.value;
    case 'path':
      return compilePath(node, compiler);
    case 'name':
      return compileName(node);
    case 'variable':
      return compileVariable(node, compiler);
    case 'binary':
      return compileBinary(node, compiler);
    case 'unary':
      return compileUnary(node, compiler);
    case 'condition':
      return compileCondition(node, compiler);
    case 'block':
      return compileBlock(node, compiler);
    case 'bind':
      return compileBind(node, compiler);
    case 'function':
      return compileCall(node, compiler);
    case 'apply':
      return compileApply(node, compiler);
    case 'lambda':
      return compileLambda(node, compiler);
    case 'regex':
      return compileRegex(node);
    case 'wildcard':
      return wildcard;
    case 'descendant':
      return descend;
    default:
      throw new NotCovered(node.type);
  }
}

function compileUnary(node: Node, compiler: Compiler): Run {
  if (node.value === '[') return compileList(node, compiler);
  if (node.value === '{') return compileObject(node, compiler);
  return compileNegation(node, compiler);
}

const filtered =
  (run: Run, filter: Run): Run =>
  (input, frame, context) =>
    filter(run(input, frame, context), frame, context);

const grouped = filtered;

const neverSequences = new Set(['string', 'number', 'value', 'lambda', 'regex']);

const canBeSequence = (node: Node): boolean =>
  node.predicate !== undefined ||
  (!neverSequences.has(node.type) && !(node.type === 'binary' && node.value !== '..'));

/** A sequence of one is its item, an empty one is missing. */
const collapsing =
  (run: Run, keepsList: boolean): Run =>
  (input, frame, context) => {
    const result = run(input, frame, context);
    if (!(result instanceof Sequence)) return result;
    if (keepsList) result.keepsSingle = true;
    if (result.length === 0) return undefined;
    return result.length === 1 && !result.keepsSingle ? result[0] : result;
  };
