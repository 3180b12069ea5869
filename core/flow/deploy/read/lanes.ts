import type { Reading } from '../reading.ts';
import { extension, many, one, text } from '../source.ts';
import type { Source } from '../source.ts';

/** A user task without an assignment of its own goes to the role that its innermost lane names. */
export const readLanes = (reading: Reading, process: Source): void => {
  const lanes = new Map<string, Source>();
  for (const set of many(process, 'laneSets')) readSet(reading, set, lanes);
  for (const [id, lane] of lanes) {
    const node = reading.graph.nodes[id];
    const role = roleOf(lane);
    if (role === undefined) continue;
    if (node?.work !== undefined) node.work.laneRole = role;
    if (node?.adHoc !== undefined) node.adHoc.laneRole = role;
  }
};

const readSet = (reading: Reading, set: Source, lanes: Map<string, Source>): void => {
  const inThisSet = new Map<string, Source>();
  for (const lane of many(set, 'lanes')) {
    for (const node of many(lane, 'flowNodeRef')) {
      if (node.id === undefined) continue;
      if (inThisSet.has(node.id))
        reading.findings.add('lane-twice', node, { lane: lane.name ?? lane.id ?? '' });
      inThisSet.set(node.id, lane);
      lanes.set(node.id, lane);
    }
    // Inner lanes come later and take over from outer ones.
    const inner = one(lane, 'childLaneSet');
    if (inner !== undefined) readSet(reading, inner, lanes);
  }
};

/** The lane's name is the role; an assignment on the lane says it otherwise. */
const roleOf = (lane: Source): string | undefined => {
  const assignment = extension(lane, 'Assignment');
  return (assignment && text(assignment, 'candidateRoles')) ?? lane.name;
};
