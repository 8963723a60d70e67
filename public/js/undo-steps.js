/**
 * One thing that can be taken back. `rows` steps (paste, remove, add) also answer to Ctrl+Z;
 * the browser itself takes typing back there.
 * @typedef {{ kind: 'typing' | 'rows', undo: () => void }} Step
 */

const mostSteps = 50;

/**
 * The steps that can be taken back, the last one first; the button is ready while there are any.
 * @param {HTMLButtonElement} button
 */
export const undoSteps = (button) => {
  /** @type {Step[]} */
  const steps = [];
  const refresh = () => {
    button.disabled = steps.length === 0;
  };
  return {
    /** @param {Step} step */
    add(step) {
      steps.push(step);
      if (steps.length > mostSteps) steps.shift();
      refresh();
    },
    lastKind: () => steps.at(-1)?.kind,
    /** Takes the last step back; false when there was none. */
    undo() {
      const step = steps.pop();
      step?.undo();
      refresh();
      return step !== undefined;
    },
  };
};
