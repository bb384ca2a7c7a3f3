// Set by webpack: where it looks for the files that are loaded when they are needed.
declare let __webpack_public_path__: string;

const ownScript = document.currentScript;

/**
 * The folder this plugin was loaded from. Read while the file is evaluated, before anything else: later
 * `document.currentScript` is another plugin's (Flex UI 2.17.1).
 */
const OWN_FOLDER =
  ownScript instanceof HTMLScriptElement ? ownScript.src.replace(/[^/]*$/, '') : '/';

__webpack_public_path__ = OWN_FOLDER;

/** From now on they come from our Functions service: `flex-plugin deploy` uploads one file, and they are not it. */
export const serveChunksFrom = (functionsUrl: string): void => {
  __webpack_public_path__ = `${functionsUrl}/`;
};
