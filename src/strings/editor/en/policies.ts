export const policies = {
  'policies.title': 'Policies',

  'policies.completing': 'Completing a task',
  'policies.enforcement': 'What required answers mean',
  'policies.enforcement.optional': 'Optional',
  'policies.enforcement.optional.help': 'Nothing that is missing ever stops an agent.',
  'policies.enforcement.observe': 'Observe only',
  'policies.enforcement.observe.help':
    'As optional. What “Required” would have stopped is reported, so that you see what it would mean before you turn it on.',
  'policies.enforcement.required': 'Required',
  'policies.enforcement.required.help':
    'A task completes only when its required answers are there and saved.',
  'policies.wayOut': 'Agents may complete without saving when saving has failed',
  'policies.wayOut.help':
    'Each time is logged. Without it, an agent whose answers cannot be saved has to wait.',
  'policies.personalDrafts': 'Personal data in agents’ browsers, until it is saved',
  'policies.personalDrafts.encrypt': 'Kept, encrypted',
  'policies.personalDrafts.encrypt.help':
    'With a key that cannot be taken out of the browser. Answers are back after a reload.',
  'policies.personalDrafts.omit': 'Not kept',
  'policies.personalDrafts.omit.help': 'Agents answer fields of personal data anew after a reload.',
  'policies.placement': 'Place of the tab beside a task',
  'policies.placement.first': 'First',
  'policies.placement.first.help': 'Before the tabs of Flex: agents have it before them at once.',
  'policies.placement.last': 'Last',
  'policies.placement.last.help': 'After the tabs of Flex; it comes to the front in wrap-up.',
  'policies.place': 'Place and languages',
  'policies.timeZone': 'Time zone of the contact centre',
  'policies.timeZone.help':
    'As it is named in the time zone database, e.g. Europe/Berlin. Rules and the days of options go by it. Empty: UTC.',
  'policies.timeZone.unknown': 'No time zone has this name.',
  'policies.languages': 'Languages of names',
  'policies.languages.help':
    'Tags with commas between, e.g. en, es, pt-BR. Names that lack one of them are shown as a gap, and agents see the reported language.',
  'policies.languages.unknown': '{tag} is no tag of a language.',
  'policies.reportedLanguage': 'Reported language',
  'policies.reportedLanguage.help':
    'The language of what reports show. It cannot change any more once something is published.',
  'policies.reportedLanguage.fixed':
    'The language of what reports show. It is fixed since the first version was published.',
  'policies.privacy': 'Personal data',
  'policies.hipaa': 'HIPAA',
  'policies.hipaa.none': 'No HIPAA account',
  'policies.hipaa.none.help': 'Insights records what the forms store.',
  'policies.hipaa.show': 'HIPAA account: say so',
  'policies.hipaa.show.help':
    'Agents see at the field that Insights will not record the answer. It is still on the task.',
  'policies.hipaa.omit': 'HIPAA account: do not write it either',
  'policies.hipaa.omit.help': 'What Insights would drop is not put on the task.',
  'policies.nationalIds': 'National ids in free text',
  'policies.nationalIds.help':
    'Free text is searched for card numbers, e-mail addresses and phone numbers, and for these. Agents are asked before such a text is saved.',
  'policies.nationalIds.name': 'Name ({language})',
  'policies.nationalIds.pattern': 'Pattern',
  'policies.nationalIds.patternHelp':
    'A regular expression, found anywhere in a text, e.g. ID-[0-9]+',
  'policies.nationalIds.new': 'National id',
  'policies.nationalIds.add': 'Add an id',
  'policies.nationalIds.remove': 'Remove',
  'policies.nationalIds.removeOf': 'Remove {name}',
  'policies.origins': 'Where answers come from',
  'policies.originsKey': 'Key on the task for who set each answer',
  'policies.originsKey.help':
    'Begins with debrief_, e.g. debrief_origins. For programs that read tasks; Insights does not. Empty: it is not written.',
  'policies.did.enforcement': 'Change what required answers mean',
  'policies.did.wayOut': 'Change the way out',
  'policies.did.personalDrafts': 'Change what browsers keep of personal data',
  'policies.did.placement': 'Move the tab',
  'policies.did.timeZone': 'Change the time zone',
  'policies.did.languages': 'Change the languages',
  'policies.did.reportedLanguage': 'Change the reported language',
  'policies.did.hipaa': 'Change the HIPAA policy',
  'policies.did.nationalIds': 'Change the national ids',
  'policies.did.originsKey': 'Change the key of origins',
} as const;
