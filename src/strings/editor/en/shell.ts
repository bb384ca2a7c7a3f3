export const shell = {
  'editor.title': 'Debrief',
  'editor.heading': 'Wrap-up catalog',
  'editor.tabs': 'Parts of the catalog',
  'editor.loading': 'Loading the catalog',
  'editor.progress': '{done} of {total}',
  'editor.language': 'Language of names',
  'editor.notHere': 'This part of the editor is not in this version yet.',

  'editor.undo': 'Undo',
  'editor.redo': 'Redo',
  'editor.undoStep': 'Undo: {what}',
  'editor.redoStep': 'Redo: {what}',
  'editor.publish': 'Publish…',
  'editor.discard': 'Discard draft…',

  'editor.noVersion': 'Nothing is published yet.',
  'editor.version': 'Version {version} is in force, published by {by} on {at}.',
  'editor.noDraft': 'No changes.',
  'editor.draft': 'Draft with changes to version {version}, last saved by {by} on {at}.',
  'editor.firstDraft': 'Draft of the first version, last saved by {by} on {at}.',
  'editor.others': '{by} is editing too. Their last change came in at {time}.',

  'editor.saved': 'Saved at {time}',
  'editor.changed': 'Changed, saving in a moment',
  'editor.saving': 'Saving…',
  'editor.savingProgress': 'Saving… {done} of {total}',
  'editor.notSaved': 'Not saved',
  'editor.notSavedAgain': 'Not saved. Trying again at {time}.',
  'editor.kept': 'Your changes are kept in this browser.',
  'editor.clashing': 'Not saved: decide the clashes below first',
  'editor.retry': 'Try again',

  'readOnly.no-service.title': 'You can look and export, but not edit',
  'readOnly.no-service.text':
    'No catalog service is set up for this account, so there is nowhere to keep changes. An admin sets it up: deploy the Functions and name their address in debrief.functionsUrl of the Flex configuration.',
  'readOnly.role.title': 'You can look, but not edit',
  'readOnly.role.text':
    'Your role in Flex may not change the catalog. Ask an admin for the role of a supervisor, then sign in again.',
  'readOnly.unloaded.title': 'The catalog could not be loaded',
  'readOnly.unloaded.text':
    '{why} What you see is the catalog that this page began with; it cannot be edited.',

  'refused.unreachable': 'The catalog service cannot be reached. Check your network.',
  'refused.busy': 'Too many requests at once.',
  'refused.damaged': 'What the service sent is damaged.',
  'refused.token': 'Your sign-in was not accepted. If this goes on, sign in to Flex again.',
  'refused.role': 'Your role may not do this.',
  'refused.moved': 'Somebody else keeps saving at the same moment.',
  'refused.too-large': 'The catalog is too large for the service.',
  'refused.other': 'The catalog service refused it ({code}). If this goes on, tell your admin.',

  'editorError.title': 'This part of the editor cannot be shown',
  'editorError.text':
    'An error stopped it. Your changes are kept; the other tabs go on. Try again, and tell your admin if it comes back.',
} as const;
