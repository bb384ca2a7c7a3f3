export const picklists = {
  'picklists.title': 'Picklists',
  'picklists.add': 'New picklist',
  'picklists.newName': 'Name of the new picklist',
  'picklists.rename': 'New name for {picklist}',
  'picklists.renameList': 'Rename',
  'picklists.removeList': 'Delete',
  'picklists.keptList.named': 'It cannot be deleted: the fields below use it.',
  'picklists.keptList.published':
    'It cannot be deleted: its options are published, and past reports show them.',
  'picklists.options': { one: '{count} option', other: '{count} options' },
  'picklists.findings': { one: '{count} finding', other: '{count} findings' },
  'picklists.none.title': 'No picklist yet',
  'picklists.none.text':
    'A picklist is a list of choices, such as outcomes or reasons. Add one on this page, give it options, and let a field of a form offer it.',
  'picklists.none.readOnly': 'This catalog has no picklist.',
  'picklists.empty.title': 'No option yet',
  'picklists.empty.text':
    'Agents choose from options. Add the first with “Add option”. Options below another one make a tree: agents search the whole of it.',
  'picklists.empty.readOnly': 'This picklist has no option.',
  'picklists.choose': 'Choose an option to see all about it.',

  'picklists.search': 'Search options',
  'picklists.found': { one: '{count} option found', other: '{count} options found' },
  'picklists.keys':
    'Arrow keys go through the tree. F2 renames, Insert adds, Alt with an arrow key moves, Enter opens the details.',
  'picklists.keys.readOnly': 'Arrow keys go through the tree. Enter opens the details.',

  'picklists.option.add': 'Add option',
  'picklists.option.addBelow': 'Add below',
  'picklists.option.new': 'New option',
  'picklists.option.newName': 'Name of the new option',
  'picklists.option.rename': 'New name for {option}',
  'picklists.option.actions': 'Option',
  'picklists.option.archived': 'Archived',
  'picklists.menu.rename': 'Rename (F2)',
  'picklists.menu.up': 'Move up (Alt ↑)',
  'picklists.menu.down': 'Move down (Alt ↓)',
  'picklists.menu.in': 'Move below the one above (Alt →)',
  'picklists.menu.out': 'Move out (Alt ←)',
  'picklists.archive': 'Archive',
  'picklists.archive.help':
    'Archived options are not offered any more, nor is what is below them; past answers keep them. This one is in no published version yet, so it can be deleted too, with all below it.',
  'picklists.restore': 'Offer again',
  'picklists.remove': 'Delete',
  'picklists.kept.published':
    '{option} cannot be deleted: it, or one below it, is published, and past reports show it. Archive it, and it is not offered any more.',
  'picklists.kept.named':
    '{option} cannot be deleted: it, or one below it, is used as said above. Take it out there first.',

  'picklists.detail': 'Details of {option}',
  'picklists.characters': '{length} of {limit} characters',
  'picklists.name': 'Name ({language})',
  'picklists.name.gap': 'No name in this language: agents see “{shown}”.',
  'picklists.reported': 'Reported text',
  'picklists.reported.help':
    'What reports show, in the language {language}. Once it is published it is frozen: another text would be another value, and old and new answers would no longer count together.',
  'picklists.reported.fixed':
    'Frozen, since it is published: another text would be another value, and old and new answers would no longer count together. Change the name instead: agents see that.',
  'picklists.code': 'Code',
  'picklists.code.help':
    'The identity of the option, made of its name. You may change it until it is published; then it is fixed, since answers are stored by it.',
  'picklists.code.fixed': 'Fixed, since it is published: answers are stored by it.',
  'picklists.code.named': 'Fixed as long as rules or fields name the option by it.',
  'picklists.code.empty': 'A code has at least one character.',
  'picklists.code.taken': 'Another option of the picklist has this code.',
  'picklists.synonyms': 'Synonyms ({language})',
  'picklists.synonyms.help': 'Further words that search finds, with commas between them.',
  'picklists.number': 'Number',
  'picklists.number.help': 'What the option counts, where a field feeds a measure with it.',
  'picklists.number.refused': 'This is no number.',
  'picklists.under': 'Offered under {field}',
  'picklists.under.always': 'Offered whatever {field} says. Choose options to limit it to them.',
  'picklists.under.help':
    'Offered only when {field} is one of these, or an option below one of them.',
  'picklists.under.placeholder': 'Add an option',

  'picklists.uses': 'Where it is used',
  'picklists.uses.none': 'Nothing uses it.',
  'picklists.uses.field': 'Field “{field}” of form “{form}” offers it',
  'picklists.uses.rule': 'A rule of “{field}” in form “{form}” asks for it',
  'picklists.uses.section': 'A rule of a section of form “{form}” asks for it',
  'picklists.uses.limit': 'A rule of “{field}” in form “{form}” limits its options to it',
  'picklists.uses.set': 'A rule of “{field}” in form “{form}” sets it',
  'picklists.uses.prefill': 'Field “{field}” of form “{form}” is filled in with it',
  'picklists.uses.default': 'It is the default of “{field}” in form “{form}”',
  'picklists.uses.under': '“{option}” of picklist “{picklist}” is offered under it',

  'picklists.did.addList': 'Add picklist “{picklist}”',
  'picklists.did.renameList': 'Rename picklist “{picklist}”',
  'picklists.did.removeList': 'Delete picklist “{picklist}”',
  'picklists.did.add': 'Add “{option}”',
  'picklists.did.rename': 'Rename “{option}”',
  'picklists.did.recode': 'Change the code of “{option}”',
  'picklists.did.set': 'Change “{option}”',
  'picklists.did.move': 'Move “{option}”',
  'picklists.did.archive': 'Archive “{option}”',
  'picklists.did.restore': 'Offer “{option}” again',
  'picklists.did.remove': 'Delete “{option}”',

  'picklists.said': 'What has happened',
  'picklists.said.added': '{option} added.',
  'picklists.said.moved': '{option} moved, below {parent}.',
  'picklists.said.movedTop': '{option} moved, at the top level.',
  'picklists.said.nowhere': '{option} cannot go further that way.',
  'picklists.said.searching':
    'Clear the search to move options: it hides some of their neighbours.',
  'picklists.said.archived':
    '{option} archived: agents are not offered it any more once this is published.',
  'picklists.said.restored': '{option} is offered again once this is published.',
  'picklists.said.removed': '{option} deleted. Undo brings it back.',

  'picklists.finding.duplicate-code': 'Another option of the picklist has the code “{value}”.',
  'picklists.finding.duplicate-reported':
    'Another option is reported as “{value}”: reports would show both as one.',
  'picklists.finding.empty': 'There is no text.',
  'picklists.finding.not-trimmed': 'It begins or ends with a space.',
  'picklists.finding.unclean-text': 'It holds characters or spaces that nobody sees.',
  'picklists.finding.too-long': {
    one: 'It has {count} character; {limit} are kept.',
    other: 'It has {count} characters; {limit} are kept.',
  },
  'picklists.finding.text-missing':
    'There is no text in the language {language}, which every other falls back to.',
  'picklists.finding.unknown-parent': 'The option above is not there any more.',
  'picklists.finding.cyclic-parent': 'The options are below each other in a circle.',
  'picklists.finding.number-missing':
    'A field feeds a measure with the number of this option, which has none.',
  'picklists.finding.number-not-integer': 'A field takes whole numbers only.',
  'picklists.finding.unknown-option': 'An option is named that is not there.',
  'picklists.finding.long-list': {
    one: 'Agents may choose {count} option; a report filter holds {limit} values.',
    other: 'Agents may choose {count} options; a report filter holds {limit} values.',
  },
  'picklists.finding.other': 'This is not sound yet ({code}).',
} as const;
