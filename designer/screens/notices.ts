import { formatRelative, t } from '../../web/data/i18n.ts';
import type { Editor } from '../data/editors.ts';
import { nameOfPerson, type FlowVersionItem } from '../data/flows.ts';
import type { OpenFlow } from './open-flow.ts';

/** A line above the canvas, with what can be done about it. */
export interface Notice {
  isWarning?: boolean;
  /** Only where the window is too narrow to draw well. */
  isForNarrow?: boolean;
  text: string;
  actions: { id: string; label: string }[];
}

export interface Situation {
  flow: OpenFlow;
  others: readonly Editor[];
  /** Deployed since the flow was opened, newest first. */
  newer: readonly FlowVersionItem[];
  /** Something is drawn that is not deployed. */
  isChanged: boolean;
}

/** What is special about the diagram shown, the most pressing first. */
export const noticesOf = (situation: Situation): Notice[] => {
  const { flow } = situation;
  if (flow.isReadOnly) return [readOnly(flow)];
  return [
    ...(flow.other ? [otherDraft(flow.other.savedAt)] : []),
    ...behind(situation),
    ...company(situation.others),
    ...found(situation),
    { isForNarrow: true, text: t('designer.narrow'), actions: [] },
  ];
};

const readOnly = (flow: OpenFlow): Notice =>
  flow.base === flow.latest
    ? { text: t('designer.notAllowed'), actions: [] }
    : {
        text: t('designer.older', { version: flow.base, latest: flow.latest }),
        actions: [
          { id: 'take', label: t('designer.older.use') },
          { id: 'leave', label: t('designer.older.leave') },
        ],
      };

const otherDraft = (savedAt: number): Notice => ({
  isWarning: true,
  text: t('designer.draft.other', { time: formatRelative(new Date(savedAt)) }),
  actions: [
    { id: 'other', label: t('designer.draft.other.show') },
    { id: 'keep', label: t('designer.draft.other.keep') },
  ],
});

/** Somebody deployed a newer version than the one drawn on. */
const behind = ({ flow, newer, isChanged }: Situation): Notice[] => {
  const [newest = flow.versions[0]] = newer;
  if (!newest || newest.version <= flow.base) return [];
  const said = {
    who: nameOfPerson(newest.deployedBy) || t('designer.somebody'),
    latest: newest.version,
    base: flow.base,
    note: newest.note ? t('designer.behind.note', { note: newest.note }) : '',
  };
  if (!isChanged) {
    return [
      {
        text: t('designer.behind.unchanged', said),
        actions: [{ id: 'newest', label: t('designer.behind.show', said) }],
      },
    ];
  }
  const mayMerge = flow.base > 0;
  return [
    {
      isWarning: true,
      text: t(mayMerge ? 'designer.behind' : 'designer.behind.first', said),
      actions: [
        ...(mayMerge ? [{ id: 'merge', label: t('designer.behind.merge') }] : []),
        { id: 'discard', label: t('designer.draft.discard', said) },
      ],
    },
  ];
};

const company = (others: readonly Editor[]): Notice[] => {
  const self = others.some((editor) => editor.isSelf);
  const people = others.filter((editor) => !editor.isSelf);
  const names = [...new Set(people.map((editor) => editor.name))];
  const isChanging = people.some((editor) => editor.isChanged);
  return [
    ...(names.length > 0
      ? [
          {
            text: t(isChanging ? 'designer.company.changing' : 'designer.company', {
              names: names.join(t('designer.company.and')),
            }),
            actions: [],
          },
        ]
      : []),
    ...(self ? [{ isWarning: true, text: t('designer.company.self'), actions: [] }] : []),
  ];
};

const found = ({ flow, newer }: Situation): Notice[] => {
  const isOld = newer.length > 0 || flow.base < flow.latest;
  if (!flow.draft || flow.latest === 0 || isOld) return [];
  return [
    {
      text: t('designer.draft.restored', { time: formatRelative(new Date(flow.draft.savedAt)) }),
      actions: [{ id: 'discard', label: t('designer.draft.discard', { latest: flow.latest }) }],
    },
  ];
};
