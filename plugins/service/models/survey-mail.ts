import { escapeHtml } from '../../../core/index.ts';

interface SurveyMail {
  question: string;
  /** What the ends of the scale mean. */
  ends: string;
  scores: readonly number[];
  /** Where an answer leads; the score is added. */
  address: string;
}

const font = "font:15px/1.5 system-ui,-apple-system,'Segoe UI','PingFang SC','Noto Sans CJK SC',sans-serif";
const button = `display:inline-block;min-width:22px;margin:0 4px 8px 0;padding:8px 12px;border:1px solid #3a5bd9;border-radius:6px;color:#2c47b0;text-align:center;text-decoration:none;font-weight:600`;

/** One click on a number; links as text for programs that show no HTML. */
export function surveyMail({ question, ends, scores, address }: SurveyMail): { text: string; html: string } {
  const link = (score: number): string => `${address}?score=${score}`;
  const buttons = scores.map(
    (score) => `<a href="${escapeHtml(link(score))}" style="${button}">${score}</a>`,
  );
  return {
    text: `${question}\n\n${scores.map((score) => `${score}: ${link(score)}`).join('\n')}\n\n${ends}`,
    html: `<div style="${font};max-width:560px"><p style="font-size:17px;font-weight:600">${escapeHtml(question)}</p><p>${buttons.join('')}</p><p style="color:#65676d">${escapeHtml(ends)}</p></div>`,
  };
}
