import { Box } from '@twilio-paste/core/box';
import type { Form } from '../../../core/catalog/types';
import { addForm, proposeFormId, removeForm, setForm } from '../../../core/edit/forms';
import { useForms } from './FormsContext';
import { PartActions } from './PartActions';
import { formPointer, placeId, type Selection } from './places';
import { SwitchSetting } from './SwitchSetting';
import { TextsSetting } from './TextsSetting';
import { WrapUpSettings } from './WrapUpSettings';

interface FormSettingsProps {
  readonly form: Form;
  /** Chooses something and takes the keyboard there. */
  readonly onOpen: (selection: Selection | null) => void;
}

/** What concerns a form as a whole. */
export function FormSettings({ form, onOpen }: FormSettingsProps) {
  const { content, edit, nameOf, t } = useForms();
  const name = nameOf(form.name);
  const pointer = formPointer(content, form);
  const assignments = content.assignments.filter(({ form: id }) => id === form.id);
  const duplicate = () => {
    const names = Object.fromEntries(
      Object.entries(form.name).map(([tag, text]) => [tag, t('forms.copyOf', { name: text })]),
    );
    const copy = { ...form, id: proposeFormId(content, name), name: names };
    edit(t('forms.did.duplicate', { name }), (now) => addForm(now, copy));
    onOpen({ form: copy.id });
  };
  const change = (setting: string, changes: Parameters<typeof setForm>[2]) =>
    edit(t('forms.did.change', { setting, name }), (now) => setForm(now, form.id, changes));

  return (
    <Box
      role="group"
      aria-label={t('forms.form', { name })}
      id={placeId(pointer)}
      tabIndex={-1}
      outline="none"
      display="flex"
      flexDirection="column"
      rowGap="space60"
      minWidth="size0"
    >
      <PartActions
        title={t('forms.form', { name })}
        onDuplicate={duplicate}
        onRemove={() => {
          edit(t('forms.did.remove', { name }), (now) => removeForm(now, form.id));
          onOpen(null);
        }}
        keptBecause={
          assignments.length > 0
            ? t('forms.keptByAssignments', { count: assignments.length })
            : null
        }
      />
      <TextsSetting
        pointer={`${pointer}/name`}
        label={t('forms.name')}
        texts={form.name}
        required
        onChange={(texts) => change(t('forms.name'), { name: texts ?? {} })}
      />
      <SwitchSetting
        pointer={`${pointer}/asksOnlyMissing`}
        label={t('forms.asksOnlyMissing')}
        help={t('forms.asksOnlyMissing.help')}
        on={form.asksOnlyMissing === true}
        onChange={(on) => change(t('forms.asksOnlyMissing'), { asksOnlyMissing: on || undefined })}
      />
      <WrapUpSettings
        pointer={`${pointer}/wrapUp`}
        wrapUp={form.wrapUp}
        onChange={(setting, wrapUp) => change(setting, { wrapUp })}
      />
    </Box>
  );
}
