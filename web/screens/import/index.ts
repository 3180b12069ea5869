import './texts.ts';
export { RlImportWizard } from './rl-import-wizard.ts';
