import { Box } from '@twilio-paste/core/box';
import type { Form, Section, SectionRules } from '../../../core/catalog/types';
import {
  addSection,
  proposeFieldId,
  proposeSectionId,
  removeSection,
  setSection,
} from '../../../core/edit/forms';
import { withChanges } from '../../../core/edit/lists';
import { useForms } from './FormsContext';
import { PartActions } from './PartActions';
import { placeId, sectionPointer, type Selection } from './places';
import { RuleSetting } from './rules/RuleSetting';
import { SettingGroup } from './SettingGroup';
import { TextsSetting } from './TextsSetting';
import { useMoves } from './useMoves';

interface SectionSettingsProps {
  readonly form: Form;
  readonly section: Section;
  /** Chooses something and takes the keyboard there. */
  readonly onOpen: (selection: Selection) => void;
}

/** A copy with ids of its own; what its fields say about each other still means the fields of the original. */
function copyOf(form: Form, section: Section, name: string): Section {
  let grown = form;
  const fields = section.fields.map((field) => {
    const copy = { ...field, id: proposeFieldId(grown, field.id) };
    grown = { ...grown, sections: [...grown.sections, { ...section, fields: [copy] }] };
    return copy;
  });
  return { ...section, id: proposeSectionId(form, name), fields };
}

/** What concerns a section as a whole. */
export function SectionSettings({ form, section, onOpen }: SectionSettingsProps) {
  const { content, edit, nameOf, t } = useForms();
  const { canMove, move } = useMoves(form);
  const name = nameOf(section.name);
  const pointer = sectionPointer(content, form, section.id);
  const change = (setting: string, changes: Parameters<typeof setSection>[3]) =>
    edit(t('forms.did.change', { setting, name }), (now) =>
      setSection(now, form.id, section.id, changes),
    );
  const changeRule = (key: keyof SectionRules, rule: SectionRules['show']) => {
    const rules = withChanges<SectionRules>(section.rules ?? {}, { [key]: rule });
    change(t(`forms.rule.${key}`), { rules: Object.keys(rules).length > 0 ? rules : undefined });
  };
  const duplicate = () => {
    const copy = copyOf(form, section, name);
    const next = form.sections[form.sections.indexOf(section) + 1]?.id ?? null;
    edit(t('forms.did.duplicate', { name }), (now) => addSection(now, form.id, copy, next));
    onOpen({ form: form.id, section: copy.id });
  };

  return (
    <Box
      role="group"
      aria-label={t('forms.section', { name })}
      id={placeId(pointer)}
      tabIndex={-1}
      outline="none"
      minWidth="size0"
    >
      <PartActions
        title={t('forms.section', { name })}
        canMove={(direction) => canMove('section', section.id, direction)}
        onMove={(direction) => move('section', section.id, direction)}
        onDuplicate={duplicate}
        onRemove={() => {
          edit(t('forms.did.remove', { name }), (now) => removeSection(now, form.id, section.id));
          onOpen({ form: form.id });
        }}
      />
      <Box marginTop="space60">
        <TextsSetting
          pointer={`${pointer}/name`}
          label={t('forms.name')}
          texts={section.name}
          required
          onChange={(texts) => change(t('forms.name'), { name: texts ?? {} })}
        />
      </Box>
      <SettingGroup title={t('forms.rules')} help={t('forms.rules.section')}>
        {(['show', 'require'] as const).map((key) => (
          <RuleSetting
            key={key}
            pointer={`${pointer}/rules/${key}`}
            form={form}
            kind={key}
            rule={section.rules?.[key]}
            // A section that asks about its own fields would go round in a circle.
            without={key === 'show' ? section.fields.map(({ id }) => id) : []}
            onChange={(rule) => changeRule(key, rule)}
          />
        ))}
      </SettingGroup>
    </Box>
  );
}
