/** A command was called in a way that it does not know; the message is one line that says how. */
export class WrongUse extends Error {}
