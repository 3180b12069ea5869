import { placeOf, type Drawing } from './place.ts';
import type { DeployProblem } from './problem.ts';

/** Elements that a problem speaks of by their ids are told by their names, or by where they stand. */
export const namePlaces = (problem: DeployProblem, drawing: Drawing): DeployProblem => {
  const places: DeployProblem['places'] = {};
  for (const param of ['name', 'value']) {
    const id = String(problem.params[param] ?? '');
    const place = drawing.element(id)?.name || placeOf(id, drawing);
    if (place) places[param] = place;
  }
  return { ...problem, places };
};
