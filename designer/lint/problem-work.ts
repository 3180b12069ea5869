import { targetOf } from '../../web/expression/scope.ts';
import { t } from '../../web/data/i18n.ts';
import { locale } from '../../web/data/locale.ts';
import { may, type Meta } from '../../web/data/meta.ts';
import type { EditorSession } from '../canvas/editor-session.ts';
import { listFlows } from '../data/flows.ts';
import { knownPeople } from '../data/known-people.ts';
import type { ElementProblem } from '../modules/problems/problems.ts';
import type { Desk } from '../screens/desk.ts';
import { findingProblem, mergeProblems } from '../screens/problem-sentence.ts';
import type { Checked, CheckWith } from './check-diagram.ts';
import type { KnownFields } from './finding.ts';
import { Checker } from './checker.ts';
import { fixOf, type Fix } from './fixes/fix-of.ts';
import type { ToldFinding } from './check-diagram.ts';

/** What is wrong with the diagram that is open, as it is drawn, and what can be mended by a click. */
export class ProblemWork {
  /** What the server had against the last deployment. */
  refused: ElementProblem[] = [];
  private found: ElementProblem[] = [];
  private findings = new Map<ElementProblem, ToldFinding>();
  private all: ElementProblem[] = [];
  private readonly desk: Desk;
  private readonly meta: () => Meta;
  private session: EditorSession | undefined;
  private checker: Checker | undefined;
  private flows: string[] | undefined;
  private people: string[] | undefined;

  constructor(desk: Desk, meta: () => Meta) {
    this.desk = desk;
    this.meta = meta;
  }

  start(session: EditorSession): void {
    this.session = session;
    this.checker = new Checker({
      port: new Worker(new URL('./lint-worker.ts', import.meta.url), { type: 'module' }),
      read: () => session.shownXml(),
      checkWith: () => this.checkWith(),
      checked: (checked) => this.take(checked),
    });
    void this.checker.check();
    void Promise.all([listFlows(), knownPeople()]).then(([flows, people]) => {
      this.flows = flows.map((flow) => flow.key);
      this.people = people;
      void this.checker?.check();
    });
  }

  close(): void {
    this.checker?.close();
  }

  /** The same list as long as nothing changed. */
  list(): ElementProblem[] {
    return this.all;
  }

  changed(elements: readonly string[]): void {
    if (this.refused.some((problem) => elements.includes(problem.element)))
      this.show(this.refused.filter((problem) => !elements.includes(problem.element)));
    this.checker?.changed();
  }

  refuse(refused: ElementProblem[]): void {
    this.show(refused);
    const first = refused.find((problem) => problem.element);
    if (first) this.session?.focus(first.element);
  }

  /** What mends a problem where only one thing is right; undefined where somebody must decide. */
  fix(problem: ElementProblem): Fix | undefined {
    const finding = this.findings.get(problem);
    return finding && this.session ? fixOf(finding, this.session) : undefined;
  }

  private take({ findings, judged }: Checked): void {
    this.findings = new Map(findings.map((finding) => [findingProblem(finding), finding]));
    const own = [...this.findings.keys()];
    const said = new Set(own.map((problem) => problem.element));
    // Words of drawing first; the validator speaks of what they do not cover.
    const more = judged
      .filter(({ element, isGone }) => isGone || !element || !said.has(element))
      .map(({ element, severity, sentence }) => ({ element: element ?? '', severity, sentence }));
    this.found = [...own, ...more].sort(
      (a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'),
    );
    this.show(this.refused);
  }

  private show(refused: ElementProblem[]): void {
    this.refused = refused;
    this.all = mergeProblems(refused, this.found);
    this.session?.showProblems(this.all);
    this.desk.requestUpdate();
  }

  /** Who may not do everything may not see everything: there the server alone knows what is missing. */
  private checkWith(): CheckWith {
    const meta = this.meta();
    const seesAll = may(meta, '*');
    const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);
    return {
      tasks: meta.tasks,
      locale: locale(),
      known: seesAll
        ? {
            entities: ids(meta.entities),
            fields: fieldsOf(meta),
            roles: ids(meta.roles),
            screens: ids(meta.screens),
            calendars: ids(meta.company.calendars),
            ...(this.people ? { people: this.people } : {}),
            ...(this.flows ? { flows: [...this.flows, this.desk.flow.key] } : {}),
          }
        : {},
    };
  }
}

const fieldsOf = ({ entities }: Meta): KnownFields =>
  Object.fromEntries(
    entities.map(({ id, label, fields }) => [
      id,
      {
        label: label.one,
        fields: Object.fromEntries(
          fields.map((field) => [
            field.id,
            {
              label: field.label,
              entity: targetOf(field) ?? '',
              ...(field.type === 'relationMany' && { isMany: true }),
            },
          ]),
        ),
      },
    ]),
  );

/** How many problems of each kind, in words. */
export const problemCounts = (problems: readonly ElementProblem[]): string => {
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const warnings = problems.length - errors;
  return [
    ...(errors > 0 ? [t('designer.problems.errors', { count: errors })] : []),
    ...(warnings > 0 ? [t('designer.problems.warnings', { count: warnings })] : []),
  ].join(', ');
};
