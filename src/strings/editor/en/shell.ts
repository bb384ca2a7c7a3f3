export const shell = {
  'editor.title': 'Debrief',
  'editor.heading': 'Wrap-up catalog',
  'editor.tabs': 'Parts of the catalog',
  'editor.loading': 'Loading the catalog',
  'editor.progress': '{done} of {total}',
  'editor.language': 'Language of names',

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

  'findings.refusals': {
    one: '{count} finding keeps this from being published',
    other: '{count} findings keep this from being published',
  },
  'findings.warnings': { one: '{count} warning', other: '{count} warnings' },
  'findings.refusal': 'Must be mended before publishing',
  'findings.warning': 'Warning',
  'findings.jumpTo': 'Go to {place}',
  'findings.more': { one: 'and {count} more', other: 'and {count} more' },
  'clash.title': {
    one: '{count} thing was changed in two ways',
    other: '{count} things were changed in two ways',
  },
  'clash.text':
    'You and {by} have changed the same at the same time. Choose what it should be; until then nothing of yours is saved. All other changes are joined already.',
  'clash.mine': 'Yours',
  'clash.theirs': 'By {by}',
  'clash.takeMine': 'Keep mine',
  'clash.takeTheirs': 'Take the one by {by}',
  'clash.somebody': 'somebody else',
  'dialog.close': 'Close',
  'dialog.cancel': 'Cancel',
  'note.label': 'Note',
  'note.help': 'What this changes and why, for those who look at the versions later.',
  'note.missing': 'Write a note.',
  'note.too-long': { one: 'At most {count} character.', other: 'At most {count} characters.' },
  'publish.title': 'Publish the draft',
  'publish.action': 'Publish',
  'publish.what':
    'Agents get it within seconds. A form that is open already stays as it is until its task is done.',
  'publish.changes': 'What changes',
  'publish.first': 'This is the first version: all of it is new.',
  'publish.findings': 'The list above the tabs leads to each.',
  'publish.uploading': 'Uploading what changed: {done} of {total} pieces',
  'publish.publishing': 'Publishing…',
  'publish.noRight':
    'You may edit the draft. Publishing it and bringing back a version is for others: in Flex, by default, for admins.',
  'publish.clashes': 'Two people have changed the same. Decide the clashes first.',
  'publish.checking': 'The last change is still being checked. Try again in a moment.',
  'publish.refusals':
    'Some findings keep this from being published. Mend them first; the list above the tabs leads to each.',
  'discard.title': 'Discard the draft?',
  'discard.text':
    'All changes since the version in force go away, for everybody, also those that others have made. You can still undo it on this page.',
  'discard.action': 'Discard',
  'discard.step': 'Discard the draft',
  'command.unsaved':
    'Not all of it is saved yet, or somebody else’s change has just come in. Look at it again, then try once more.',
  'command.version-moved':
    'Somebody else has published in the meantime. Look at the changes again: they are now compared with that version.',
  'command.draft-moved':
    'Somebody else has saved in the meantime. Their changes are in here now; look at them, then try again.',
  'command.used-changed':
    'Something that reports know already would change its meaning: an option that was published is archived, not deleted, and keeps its reported text.',
  'command.catalog-broken':
    'The service found something that keeps it from being published. Reload the page to see what.',
  'command.role-refused':
    'Your role may edit, but not publish. Ask an admin to do it: the draft stays as it is.',
} as const;
