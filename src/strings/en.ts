/**
 * Every text a user can see, in English. `{name}` marks a value; a text with plural forms chooses by `{count}`.
 * Other languages are checked against this one by type.
 */
export const en = {
  'tab.label': 'Wrap-up',

  'panel.label': 'Wrap-up form',
  'panel.readOnly': 'You see what the agent has answered. Nothing can be changed here.',
  'panel.follows':
    'Another tab of this browser writes these answers. You see them here as they change.',
  'panel.writeHere': 'Write here',
  'restored.text': 'Your answers of {time} are back (kept in this browser).',
  'restored.elsewhere': 'Your answers of {time} are back (from another browser or machine).',
  'restored.hide': 'Hide',

  'aside.ended': 'Not in the record of the task that ended (your answers of {time}):',
  'aside.way-out':
    'Completed as you chose. These answers of {time} could not be stored and are not in the record:',
  'aside.expired': 'You never came back to these answers of {time}. They are on no task:',
  'aside.other-form':
    'The task has another form now. These answers of {time} do not fit it and were not taken over:',
  'aside.no-field': 'The form has changed. It has no place any more for these answers of {time}:',
  'aside.older':
    'Another version of Debrief has kept these answers of {time}. They were not taken over:',
  'aside.unseen':
    'The task ended while Flex was closed here. These answers of {time} were not saved from this browser:',
  'aside.timeout':
    'Could not be stored as it stood when the time for wrap-up was over (your answers of {time}):',
  'aside.answers': 'Answers',
  'aside.withdrawn': 'cleared',
  'aside.copy': 'Copy',
  'aside.copied': 'Copied',
  'aside.dismiss': 'Put away',
  'aside.warning': 'Warning:',

  'panel.loading': 'The wrap-up form is being loaded…',
  'panel.noForm': 'This task has no wrap-up form.',
  'panel.undo': 'Undo',
  'panel.dropped': 'Cleared: {fields}, because another answer changed. Undo brings it back.',
  'panel.droppedFor': 'Cleared: {fields}, because {cause} changed. Undo brings it back.',
  'panel.filledIn': 'Filled in for you ({number})',

  'room.label': 'Room on this task',
  'room.used': '{size} of {limit} characters used',
  'room.tight': 'This task is nearly full: {used}.',
  'room.over': 'This task is too full to save: {used}.',
  'room.largest': 'Clearing helps most at: {fields}.',

  'record.title': 'What Insights will record',
  'record.empty': 'Nothing of this form.',
  'record.nothing': 'nothing',
  'record.links': { one: '{count} link', other: '{count} links' },
  'record.byInsights': 'Insights fills this in itself.',
  'record.unknown': 'It cannot be told as long as the answers cannot be saved.',
  'record.documented': '{finding}, according to Twilio’s documentation.',
  'record.assumed': '{finding}, we assume.',
  'record.customer': 'Customer',
  'record.by.external_id': 'recognised by the external id',
  'record.by.phone': 'recognised by the phone number',
  'record.by.email': 'recognised by the e-mail address',
  'record.by.contact': 'recognised by the number or address of this contact',
  'record.by.nothing': 'not recognised: counted as a new customer',
  'record.by.hipaa': 'not recognised in a HIPAA account',

  'finding.cut': 'Cut to the first {limit} characters',
  'finding.ignored': 'Not recorded, for Insights cannot use it',
  'finding.label-only':
    'Without a code the segment’s id takes its place, so reports cannot group by it',
  'finding.attribute-only': 'Also taken as the label',
  'finding.name-without-id': 'Not shown, for its id is missing',
  'finding.not-allowed': 'None of the values that Insights expects',
  'finding.hierarchy-separator': 'Its levels are not told apart',
  'finding.callback-not-follow-up': 'Counted as abandoned, although a callback was asked for',
  'finding.external-id-late': 'Perhaps too late to join what has ended already',
  'finding.media': 'Not all of the links are shown',
  'finding.hipaa-dropped': 'Not recorded in a HIPAA account',
  'finding.other': 'Perhaps recorded otherwise than entered',

  'progress.left': {
    one: '{count} required answer left',
    other: '{count} required answers left',
  },
  'progress.done': 'All required given',
  'progress.optional': 'Answers are optional',

  'time.label': 'Time for wrap-up',
  'time.left': '{time} left',
  'time.announced': {
    one: '{count} second left for wrap-up.',
    other: '{count} seconds left for wrap-up.',
  },
  'time.over': 'The time for wrap-up is over.',
  'time.completing': 'The time for wrap-up is over. The task is being completed.',
  'time.held': 'The time for wrap-up is over. The task waits for you to complete it.',
  'time.more': 'More time',
  'time.moreOf': {
    one: 'More time: {time} more, {count} time left',
    other: 'More time: {time} more, {count} times left',
  },
  'time.reason': 'Why do you need more time? (optional)',
  'time.take': 'Take {time} more',
  'time.cancel': 'Cancel',

  'mark.lacking': {
    one: 'Wrap-up form: {count} required answer left',
    other: 'Wrap-up form: {count} required answers left',
  },
  'mark.unsaved': 'Wrap-up form: not saved yet',
  'mark.failed': 'Wrap-up form: saving failed',

  'status.saving': 'Saving…',
  'status.waiting': 'Waiting to save',
  'status.saved': 'Saved at {time}',
  'status.failed': 'Not saved',
  'status.kept': 'Your answers are kept here.',
  'status.retry': 'Try again',
  'status.completeWithoutSaving': 'Complete without saving',

  'wayOut.title': 'Complete anyway',
  'wayOut.text':
    'If you cannot answer what is asked or it cannot be saved, say why. The task then completes; your reason and what is missing are noted on it.',
  'wayOut.missing': 'Missing: {fields}.',
  'wayOut.default': '{field} is set to “{option}”.',
  'wayOut.reason': 'Reason',
  'wayOut.complete': 'Complete with this reason',
  'wayOut.marked': 'Completed anyway ({reason}, {time}).',

  'failed.since': 'Not saved since {time}.',

  'waiting.rate-limited': 'Twilio is receiving too many requests at once.',
  'waiting.server': 'Twilio has a problem right now.',
  'waiting.howLong': {
    one: 'Saving again in about {count} second.',
    other: 'Saving again in about {count} seconds.',
  },
  'waiting.now': 'Saving again now.',
  'waiting.completes': 'The task then completes by itself.',

  'field.clear': 'Clear {field}',
  'field.dropped': 'Cleared, because another answer changed.',
  'field.droppedFor': 'Cleared, because {cause} changed.',
  'field.notRecorded': 'Insights will not record this.',
  'field.notWritten': 'This is not written to the task.',

  'origin.prefill': 'Filled in before you',
  'origin.proposed': 'From the task or worker',
  'origin.rule': 'Set by a rule',
  'origin.default': 'Default',
  'origin.way-out': 'Set when completed anyway',
  'origin.timeout': 'Set as time was over',
  'origin.hint': 'Change it if wrong.',
  'origin.keep': 'Keep',
  'origin.keepIn': 'Keep {field}',

  'suggestion.from': 'Suggested by {source}',
  'suggestion.use': 'Use',
  'suggestion.useIn': 'Use the suggestion for {field}',
  'suggestion.useAll': 'Use suggestions',
  'suggestion.useAllOf': 'Use all suggestions for questions without an answer',

  'personal.card': 'a card number',
  'personal.national-id': 'an id number',
  'personal.email': 'an e-mail address',
  'personal.phone': 'a phone number',
  'personal.found': 'This looks like personal data: {kinds}.',
  'personal.mask': 'Mask',
  'personal.maskIn': 'Mask the personal data in {field}',
  'personal.keep': 'Keep as it is',
  'personal.keepIn': 'Keep the personal data in {field} as it is',

  'field.foreign': 'On the task now: {value}. It is not one of the options; choosing replaces it.',
  'field.foreignReadOnly': 'On the task now: {value}. It is not one of the options.',
  'field.misfit': 'On the task now: {value}. It does not fit this field; your answer replaces it.',
  'field.misfitReadOnly': 'On the task now: {value}. It does not fit this field.',
  'field.unfit': 'Not filled in, since it does not fit this field: {value}',
  'field.unsupported':
    'This question cannot be shown in this version of the form. Tell your supervisor; you can go on without it.',

  'previous.answer': 'Previous agent: {answer}',
  'previous.copy': 'Copy',
  'previous.copyTo': 'Copy to {field}',
  'previous.copyAll': 'Copy all',
  'previous.copyAllOf': 'Copy all answers of the previous agent',
  'previous.notOffered': 'It cannot be copied: this question does not offer it.',
  'previous.notAllOffered':
    'It cannot be copied: this question does not offer all of these options.',

  'choice.placeholder': 'Search or choose',
  'choice.addPlaceholder': 'Search or add',
  'choice.none': 'Nothing found. Try other words.',
  'choice.waits': 'Choose {field} first.',
  'choice.empty': 'With your other answers there is nothing to choose here.',
  'choice.more': {
    one: '{count} more: type to narrow',
    other: '{count} more: type to narrow',
  },
  'choice.hits': {
    one: '{count} option. Up and down arrows to move, Enter to choose.',
    other: '{count} options. Up and down arrows to move, Enter to choose.',
  },
  'choices.count': '{count} of {limit}',
  'choices.full': 'All {limit} places are used. Remove one to choose another.',
  'choices.chosen': 'Chosen: {field}',
  'choices.remove': 'Remove {option}',

  'text.left': {
    one: '{count} character left',
    other: '{count} characters left',
  },
  'text.over': {
    one: '{count} character too many',
    other: '{count} characters too many',
  },
  'text.invisible': {
    one: '{count} invisible character will be left out.',
    other: '{count} invisible characters will be left out.',
  },
  'text.storedAs': 'Stored as {text}',
  'reference.example': 'For example {example}',

  'rating.of': '{rating} of {max}',
  'rating.end': '{number}: {text}',

  'date.day': 'Date',
  'date.time': 'Time',
  'date.twice': 'The clocks show this time twice on that day. Recorded: the one at UTC{offset}.',
  'date.other': 'Record the one at UTC{offset}',

  'media.listed': 'Already linked',
  'media.none': 'No links',
  'media.link': 'Link {position}',
  'media.type': 'Type',
  'media.address': 'Address',
  'media.title': 'Title (optional)',
  'media.add': 'Add link',
  'media.remove': 'Remove link {position}',
  'media.unnamed': 'Without an address',
  'media.Raw': 'File as it is',
  'media.Embedded': 'Page shown in the report',
  'media.Referenced': 'Page to open',
  'media.VoiceRecording': 'Voice recording',
  'media.ChatTranscript': 'Chat transcript',

  'yesno.yes': 'Yes',
  'yesno.no': 'No',

  'problem.missing': 'This answer is required.',
  'problem.too-few': {
    one: 'Choose at least {count}.',
    other: 'Choose at least {count}.',
  },
  'problem.too-many': {
    one: 'Choose at most {count}.',
    other: 'Choose at most {count}.',
  },
  'problem.too-long': {
    one: 'At most {count} character.',
    other: 'At most {count} characters.',
  },
  'problem.not-a-number': 'Enter a number, for example 42.',
  'problem.not-an-integer': 'Enter a whole number, without decimals.',
  'problem.too-small': 'Enter {limit} or more.',
  'problem.too-big': 'Enter {limit} or less.',
  'problem.option-unavailable': 'This option is no longer offered. Choose another one.',
  'problem.slots-taken':
    'Something else on this task uses the places for these answers. Remove some, or tell your supervisor.',

  'problem.conflict': 'Something else has changed this on the task. Choose which value counts.',

  'conflict.theirs': 'On the task now: {value}',
  'conflict.ours': 'Your answer: {value}',
  'conflict.nothing': 'none',
  'conflict.keep': 'Keep mine',
  'conflict.keepIn': 'Keep mine: {field}',
  'conflict.take': 'Take theirs',
  'conflict.takeIn': 'Take theirs: {field}',
  'conflict.taken': 'Changed on the task meanwhile: its value was taken. Undo brings yours back.',

  'problem.off-step': 'Enter a multiple of {step}, counted from {from}.',
  'problem.not-a-date': 'Enter a date, with the time if it is asked for.',
  'problem.no-such-time':
    'On that day the clocks skip this time. Enter one before or after the change.',
  'problem.date-out-of-range': 'Enter a date in the years {first} to {last}.',
  'problem.not-a-phone': 'Enter the number with its country code, for example +44 20 7946 0000.',
  'problem.not-an-email': 'Enter an e-mail address, for example name@example.com.',
  'problem.not-a-url': 'Enter a web address that begins with https://.',
  'problem.not-a-reference': 'This does not look right. Enter it like {example}.',
  'problem.not-a-task-sid':
    'Enter the SID of the first task: WT, or KD for a chat, and 32 more characters, digits and a to f.',
  'problem.not-an-id': 'Enter the id as one word, without spaces, quotes or angle brackets.',
  'problem.name-without-id':
    'Reports show this name with its id only. Answer the question for the id too, or clear this one.',
  'problem.not-a-rating': 'Choose a number from 1 to {max}.',
  'problem.media-incomplete':
    'Link {position} needs an address that begins with https://, without spaces, quotes or brackets.',
  'problem.media-title': 'The title of link {position} is too long: 128 characters at most.',
  'problem.media-listed':
    'The address of link {position} is on this task already. Remove the link.',
  'problem.media-type': 'Link {position} is of a type that this form does not take.',
  'problem.second-recording':
    'There is a voice recording already, and reports show the first one only. Choose another type.',
  'problem.raw-first':
    'A link of the type “File as it is” in the first place hides all others. Put another link first.',
  'problem.media-damaged':
    'The links on this task are damaged, so none can be added. Tell your supervisor.',

  'failure.network': 'There is no connection to Twilio. Check your network, then try again.',
  'failure.timeout': 'Twilio did not answer in time. Try again.',
  'failure.server': 'Twilio has a problem right now. Wait a moment, then try again.',
  'failure.rate-limited': 'Twilio is receiving too many requests. Wait a moment, then try again.',
  'failure.gone': 'This task no longer exists, so nothing can be saved to it.',
  'failure.refused': 'Twilio refused the change. If it does so again, tell your supervisor.',
  'failure.conflict': 'Something else keeps changing this task. Try again.',
  'failure.unverified': 'The task did not show your answers after saving. Try again.',
  'failure.deadline': 'Saving took too long. Try again.',
  'failure.attributes-not-object':
    'The data on this task is damaged, so nothing can be added to it. Tell your supervisor.',
  'failure.parent-not-object':
    'The data on this task is damaged at "{path}", so nothing can be added there. Tell your supervisor.',
  'failure.undecided':
    'Something else has changed on the task: {fields}. Choose which value counts.',
  'failure.not-owned': 'The form may not write to "{path}". Tell your supervisor.',
  'failure.hostile-path': 'The form may not write to "{path}". Tell your supervisor.',
  'failure.too-large-fields':
    'This task has no room for your answers: {size} of {limit} characters. Shorten or clear one, best {fields}, then try again.',
  'failure.too-large':
    'This task has no room for your answers: {size} of {limit} characters. Shorten or clear an answer, then try again; if that is not enough, tell your supervisor.',

  'notice.settingMisunderstood':
    'Debrief: these settings under ui_attributes.debrief are not understood and were left out: {names}.',
  'notice.serviceUnavailable':
    'Debrief: the Functions at {url} cannot save answers ({code}). Until they can, the browser saves them itself. Check debrief.functionsUrl in the Flex configuration and the deployment.',
  'notice.unprotected':
    'Debrief: saving is unprotected. Changes that another program makes to a task at the same moment can be lost. Turn on sdkOptions.worker.enableVersionCheck in the Flex configuration.',
  'notice.catalogBroken':
    'Debrief: the wrap-up forms cannot be read, so none is shown. Tasks can be completed as usual.',
  'notice.catalogBrokenAdmin': {
    one: 'Debrief: the catalog has {count} problem. The first: {problem}',
    other: 'Debrief: the catalog has {count} problems. The first: {problem}',
  },
  'notice.catalogRefused':
    'Version {version} of the wrap-up catalog was published and cannot be used ({problem}). The one before stays in force.',
  'notice.catalogKept':
    'The wrap-up catalog could not be asked for. Version {version}, which this browser has kept, is used until it can.',
  'notice.catalogConfigured':
    'The wrap-up catalog could not be asked for. The one of the Flex configuration is used until it can.',
  'notice.catalogMissing':
    'The wrap-up forms could not be loaded. They come as soon as the service answers; reload the page if you cannot wait.',
  'notice.catalogWarning': {
    one: 'Debrief: the catalog works, with {count} warning: {warning}',
    other: 'Debrief: the catalog works, with {count} warnings. The first: {warning}',
  },
  'notice.pluginError':
    'Debrief: an error stopped part of the wrap-up forms. Flex goes on; reload the page, and tell your admin if it comes back.',
  'notice.gateError':
    'Not completed: an error in Debrief kept your answers from being saved. Reload the page and try again, and tell your admin.',
  'notice.gateErrorWayOut':
    'Not completed: an error in Debrief kept your answers from being saved. Press Complete again to complete without them.',
  'notice.endedUnsaved':
    'The task ended elsewhere before your last answers were saved. They are not in its record.',
  'notice.timeHeld':
    'The time for wrap-up is over. The task was not completed: it waits for you, and your answers are kept.',
  'notice.timeoutCompleted':
    'The time for wrap-up was over. The task was completed, and is marked so.',
  'notice.timeoutPartial':
    'The time for wrap-up was over. The task was completed without: {fields}. It is marked so.',
  'notice.heldUp':
    'Your answers are saved on the task, but it does not complete: another plugin has not answered for 15 seconds. If nothing happens, reload the page, press Complete again, and tell your admin.',
  'notice.leftSaved': {
    one: 'Your answers to {count} open task were saved. The task still waits to be completed.',
    other: 'Your answers to {count} open tasks were saved. The tasks still wait to be completed.',
  },
  'notice.leftUnsaved': {
    one: 'Your answers to {count} open task are not saved yet. They are kept in this browser.',
    other: 'Your answers to {count} open tasks are not saved yet. They are kept in this browser.',
  },
  'notice.noTabs':
    'Debrief: this browser cannot keep two tabs of one agent in step. Whoever has Flex open twice has answers of their own in each tab; the last save counts.',
  'notice.dispositions':
    'Debrief: Twilio’s dispositions run beside it, so agents have two forms for one task, and both may write its outcome. Where dispositions are required, Debrief reports what is missing and stops nothing for it. Switch one of them off; Debrief can take over their settings (Import and export).',
  'notice.noDrafts':
    'Debrief: this browser refuses to store drafts. Answers you have not saved are lost when the page reloads.',
  'notice.draftsUnreadable':
    'Debrief: this browser has lost the key to answers that it stored before. Those that were not saved cannot be brought back: look through the forms of your open tasks.',

  'editorView.label': 'Wrap-up catalog',

  'part.loading': 'Loading…',
  'part.failed':
    'This part could not be loaded. If trying again does not help, tell your admin: its file may not be deployed.',
  'part.retry': 'Try again',

  'panelError.title': 'The wrap-up form cannot be shown',
  'panelError.text':
    'An error stopped it. The rest of Flex works; reload the page to try again, and tell your supervisor if it comes back.',
} as const;
