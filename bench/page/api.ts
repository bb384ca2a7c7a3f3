import type { FormSpec } from './benchCatalog';

/** Of one keystroke, in ms. */
export interface Keystroke {
  /** The handlers of keydown and input, React's commit, style and layout. */
  readonly work: number;
  /** From keydown until the next frame's scripts, style, layout and paint commands are done. */
  readonly frame: number;
}

/** What the bench page offers to the process that steers it. */
export interface BenchPage {
  /** Shows a form, with a bare Paste Input above it. Answers how long rendering and layout took, in ms. */
  readonly open: (form: FormSpec) => number;
  /**
   * Opens the catalog editor on a picklist of so many options in five languages. Answers how long it took until the first
   * rows of its tree were laid out, in ms.
   */
  readonly openEditor: (options: number) => Promise<number>;
  readonly close: () => void;
  /** The next one not yet told, or the one to come. */
  readonly nextKeystroke: () => Promise<Keystroke>;
}
