export const exchange = {
  'exchange.title': 'Import and export',
  'exchange.readOnly':
    'Importing is for those who may edit the catalog; exporting is for everybody here.',
  'exchange.chooseFile': 'Choose a file',
  'exchange.noFile': 'No file chosen',
  'exchange.notUtf8':
    '{file} is not in UTF-8. In Excel, save it as “CSV UTF-8”; in other programs choose UTF-8.',
  'exchange.check': 'Try it out',
  'exchange.import': 'Import',
  'exchange.would': 'Nothing is changed yet',
  'exchange.refused': 'Nothing can be imported',
  'exchange.done': 'Imported into the draft',
  'exchange.doneNext': 'Undo takes all of it back. Agents see it once it is published.',
  'exchange.at': '{place}: {what}',

  'exchange.export.title': 'Export',
  'exchange.export.text':
    'Files of the draft as it is here: the whole catalog as JSON, or a picklist as a table for a spreadsheet. Both can be imported again.',
  'exchange.export.catalog': 'Export the catalog (JSON)',
  'exchange.export.picklist': 'Picklist to export',
  'exchange.export.options': 'Export the picklist (CSV)',

  'exchange.options.title': 'Import options into a picklist',
  'exchange.options.text':
    'From a CSV file or from rows copied out of a spreadsheet. The first row names the columns; an exported picklist shows them all. Options are told by their code: a new code is a new option, a known one is changed, and what the table does not name stays.',
  'exchange.options.picklist': 'Picklist to import into',
  'exchange.options.file': 'CSV file',
  'exchange.options.paste': 'Or paste the rows',
  'exchange.options.help': 'In UTF-8, with commas, semicolons or tabs.',
  'exchange.options.counts': '{added} new, {changed} changed, {unchanged} as they are.',
  'exchange.options.archived': {
    one: '{count} option will not be offered any more.',
    other: '{count} options will not be offered any more.',
  },
  'exchange.options.untouched': {
    one: '{count} option is not in the table and stays.',
    other: '{count} options are not in the table and stay.',
  },
  'exchange.options.reordered': 'The order of the table becomes the order of the list.',
  'exchange.options.errors': {
    one: 'One thing is wrong with the table. Mend it and try again: all of it is imported, or nothing.',
    other:
      '{count} things are wrong with the table. Mend them and try again: all of it is imported, or nothing.',
  },
  'exchange.errors': 'What is wrong with the table',
  'exchange.row': 'Row',
  'exchange.column': 'Column',
  'exchange.wrong': 'What is wrong',
  'exchange.moreErrors': { one: 'And {count} more.', other: 'And {count} more.' },
  'exchange.error.no-rows': 'There is no row below the names of the columns.',
  'exchange.error.unknown-column':
    'No column has this name. Columns are code, parent, reported, name.en (and other languages), description.en, synonyms.en, activeFrom, activeTo, shortcut, number, under and archived.',
  'exchange.error.missing-column': 'There is no column named “{column}” in the first row.',
  'exchange.error.duplicate-column': 'Two columns have this name.',
  'exchange.error.broken-row': 'A quotation mark is not closed, or stands within a cell.',
  'exchange.error.too-many-cells': 'Something stands in a column that has no name.',
  'exchange.error.code-missing': 'The code is missing: options are told by it.',
  'exchange.error.not-yes-or-no': '“{value}” is neither yes nor no.',
  'exchange.error.not-a-number': '“{value}” is no number. Write it with a point: 2.5.',
  'exchange.error.not-a-shortcut': '“{value}” is no key from 1 to 9.',
  'exchange.error.not-a-day': '“{value}” is no day. Write it as 2026-11-24.',

  'exchange.catalog.title': 'Import a catalog',
  'exchange.catalog.text':
    'A catalog file takes the place of the whole draft; options that agents have worked with stay, archived. What is published stays in force until you publish.',
  'exchange.catalog.file': 'Catalog file (JSON)',
  'exchange.catalog.paste': 'Or paste its text',
  'exchange.catalog.help': 'As it is exported here.',
  'exchange.catalog.replaces':
    'The draft will have {picklists} picklists, {forms} forms and {assignments} assignments.',
  'exchange.catalog.same': 'The draft is the same already.',
  'exchange.catalog.errors': {
    one: 'One thing is wrong with the file.',
    other: '{count} things are wrong with the file.',
  },

  'exchange.dispositions.title': 'Take over dispositions',
  'exchange.dispositions.text':
    'The settings of the dispositions feature of the Flex Project Template, or of the Dispositions plugin of the Plugin Library, become picklists, forms and assignments beside what is here. What they store stays the same, so reports go on.',
  'exchange.dispositions.file': 'File with the settings (JSON)',
  'exchange.dispositions.paste': 'Or paste the settings',
  'exchange.dispositions.help':
    'Your Flex Configuration, its ui_attributes, or the dispositions part alone.',
  'exchange.dispositions.counts':
    '{picklists} new picklists and {forms} new forms; {assignments} assignments in all.',
  'exchange.dispositions.notes': 'What is different from before',
  'exchange.dispositions.notJson': 'This is not JSON.',
  'exchange.dispositions.none': 'There are no settings of dispositions in it.',
  'exchange.names.form': 'Wrap-up',
  'exchange.names.section': 'Result',
  'exchange.names.disposition': 'Disposition',
  'exchange.names.notes': 'Notes',
  'exchange.note.codes':
    'Each of the {count} dispositions has a code from now on: rename it, and it stays the same one. Reports get the text they got before.',
  'exchange.note.queue-form':
    'Queue {queue} has a form of its own, with what is for all queues in it. Change both where you mean both.',
  'exchange.note.same-text': '“{text}” is there twice, but for capitals or spaces: one option.',
  'exchange.note.text-changed': '“{text}” is stored as “{now}”.',
  'exchange.note.required-saved':
    'What is required has to be saved before the task completes. A failed save does not pass silently any more.',
  'exchange.note.attribute-dropped':
    'Nothing can be stored in {attribute}: Insights does not know it, or does not take such an answer.',
  'exchange.note.attribute-twice':
    'Two fields of “{form}” would store in {attribute}: the first one does.',
  'exchange.note.label-alone':
    '{attribute} is a label without its attribute: reports cannot be segmented by it.',
  'exchange.note.override': 'The answer replaces what Insights fills in at {attribute} by itself.',
  'exchange.note.multi-select':
    'Choices in {attribute} are told apart as a whole: one that is part of another is not ticked with it any more.',
  'exchange.note.was-disabled': 'The settings were switched off.',
  'exchange.note.setting-ignored': 'Not taken over: {setting}.',
  'exchange.note.assignments-replaced': {
    one: '{count} assignment of the draft is replaced: these settings say for every task what is asked.',
    other:
      '{count} assignments of the draft are replaced: these settings say for every task what is asked.',
  },

  'exchange.did.options': 'Import options into “{picklist}”',
  'exchange.did.catalog': 'Import a catalog',
  'exchange.did.dispositions': 'Take over dispositions',
} as const;
