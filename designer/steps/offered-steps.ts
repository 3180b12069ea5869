import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { showProblem } from '../../web/components/toast.ts';
import { t } from '../../web/data/i18n.ts';
import type { MetaTask } from '../../web/data/meta.ts';
import { preference, setPreference } from '../../web/data/preferences.ts';
import { translate } from '../modules/translate/index.ts';
import { rawSteps } from './raw-steps.ts';
import type { Step } from './step.ts';
import { stepsOf } from './steps-of.ts';

const name = 'designer.expert';

/** The steps a person is offered: by purpose, and for experts all of BPMN, too. Remembered per person. */
export class OfferedSteps implements ReactiveController {
  isExpert = false;
  private readonly host: ReactiveControllerHost;
  private made: { tasks: readonly MetaTask[]; isExpert: boolean; steps: Step[] } | undefined;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    void preference(name).then((value) => {
      this.isExpert = value === true;
      this.host.requestUpdate();
    });
  }

  /** The same list as long as nothing changed. */
  of(tasks: readonly MetaTask[]): Step[] {
    const { made, isExpert } = this;
    if (made?.tasks === tasks && made.isExpert === isExpert) return made.steps;
    const steps = [...stepsOf(tasks, t), ...(isExpert ? rawSteps(translate) : [])];
    this.made = { tasks, isExpert, steps };
    return steps;
  }

  switchExpert(isOn: boolean): void {
    this.isExpert = isOn;
    this.host.requestUpdate();
    setPreference(name, isOn).catch(showProblem);
  }
}
