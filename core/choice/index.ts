export { choicePlace, type Choice, type ChoiceSource } from './choice-source.ts';
export { readChoices, type Choices } from './read-choices.ts';
