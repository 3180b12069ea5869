import { answerDutyOffer } from './answer-duty-offer.ts';
import { assign } from './assign.ts';
import { botAnswer } from './bot-answer.ts';
import { botSay } from './bot-say.ts';
import { callDuty } from './call-duty.ts';
import { checkEntitlement } from './check-entitlement.ts';
import { endSilentChat } from './end-silent-chat.ts';
import { handOverChat } from './hand-over-chat.ts';
import { markLevel } from './mark-level.ts';
import { planCare } from './plan-care.ts';
import { planDuties } from './plan-duties.ts';
import { publishArticle } from './publish-article.ts';
import { sendSurveyTask } from './send-survey.ts';
import { takeOffCare } from './take-off-care.ts';

export const tasks = [
  ...[markLevel, assign, sendSurveyTask, checkEntitlement, publishArticle],
  ...[botAnswer, botSay, handOverChat, endSilentChat],
  ...[planCare, takeOffCare, callDuty, planDuties, answerDutyOffer],
];
