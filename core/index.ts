/** Everything a plugin may import. What is not here is not public and may change with any version. */
export { defineRole, type EntityGrant, type RecordRule, type Role } from './access/role.ts';
/** What can be made in the browser registers as a part: then it is exported, imported, undone and audited like all else. */
export {
  definitionChanged,
  type ConfigurationChange,
  type ConfigurationItem,
  type ConfigurationPart,
} from './configuration/index.ts';
export {
  address,
  autoNumber,
  boolean,
  calendar,
  choice,
  date,
  dateTime,
  decimal,
  defineEntity,
  duration,
  email,
  file,
  formula,
  geoPoint,
  idOf,
  isEmail,
  integer,
  json,
  longText,
  memberCount,
  money,
  multiSelect,
  phone,
  readMany,
  readOne,
  recordId,
  relation,
  relationMany,
  richText,
  rollup,
  secret,
  select,
  tags,
  text,
  titleOf,
  url,
  user,
  written,
  type Address,
  type EntityDefinition,
  type FileValue,
  type GeoPoint,
  type Money,
  type RecordData,
  type RecordOf,
  type SelectOption,
  type Values,
} from './entity/index.ts';
export {
  definePlugin,
  type AggregateRow,
  type Colleague,
  type DemoServices,
  type DemoUser,
  type Plugin,
  type PageQuery,
  type RecordQuery,
  type RecordService,
  type Agreement,
  type EntityField,
  type Fact,
  type PluginServices,
  type PluginSubscriber,
  type Transaction,
  type WorkingTime,
  type WriteResult,
} from './plugin.ts';
export {
  defineTask,
  failure,
  later,
  ok,
  type InTransaction,
  type TaskCall,
  type TaskResult,
  type TaskServices,
  type TaskType,
} from './task.ts';
export { defineReport, type Report, type ReportDefinition } from './report/definition.ts';
export { defineScreen, fields, flow, type Screen, type ScreenNode } from './screen/definition.ts';
export { may, type Actor } from './access/actor.ts';
export { addDays, dayIn } from './calendar-day.ts';
export { addressIn } from './channel/mime.ts';
export {
  AddressRefused,
  replyTag,
  type Attachment,
  type Channel,
  type Delivery,
  type IncomingMail,
  type MailReceiver,
  type Message,
  type NewMessage,
  type OutgoingAnswer,
  type OutgoingRequest,
} from './channel/index.ts';
export { choicePlace, type Choice, type ChoiceSource } from './choice/index.ts';
export { invalid, notFound, Problem } from './errors.ts';
export type { RelataEvent } from './event/event.ts';
export { visitorHeader } from './http/foreign.ts';
export { fileResponse } from './http/file-response.ts';
export { checkOrigins } from './http/origins.ts';
export { preferredLocale } from './http/problem.ts';
export { problemPage } from './http/problem-page.ts';
export { escapeHtml, publicPage } from './http/public-page.ts';
export { reply, route, type Route } from './http/route.ts';
export type { Locale } from './registry.ts';
