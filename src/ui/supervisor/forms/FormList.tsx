import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Heading } from '@twilio-paste/core/heading';
import { Paragraph } from '@twilio-paste/core/paragraph';
import { PlusIcon } from '@twilio-paste/icons/esm/PlusIcon';
import { addForm, proposeForm } from '../../../core/edit/forms';
import { formPointer } from './places';
import { useForms } from './FormsContext';
import { OutlineButton } from './OutlineButton';

interface FormListProps {
  readonly selected: string | null;
  readonly onSelect: (form: string) => void;
  /** Chooses it and takes the keyboard there. */
  readonly onOpen: (form: string) => void;
}

/** The catalog's forms. */
export function FormList({ selected, onSelect, onOpen }: FormListProps) {
  const { content, edit, language, nameOf, readOnly, t } = useForms();
  const add = () => {
    const form = proposeForm(content, t('forms.new.form'), language);
    edit(t('forms.did.addForm', { name: nameOf(form.name) }), (now) => addForm(now, form));
    onOpen(form.id);
  };
  return (
    <Box as="section" aria-label={t('forms.list')} minWidth="size0">
      <Heading as="h2" variant="heading40">
        {t('forms.list')}
      </Heading>
      {content.forms.length === 0 ? <Paragraph>{t('forms.none')}</Paragraph> : null}
      <Box as="ul" margin="space0" padding="space0" listStyleType="none">
        {content.forms.map((form) => (
          <Box as="li" key={form.id}>
            <OutlineButton
              pointer={formPointer(content, form)}
              name={nameOf(form.name)}
              selected={form.id === selected}
              onClick={() => onSelect(form.id)}
            />
          </Box>
        ))}
      </Box>
      {readOnly ? null : (
        <Box marginTop="space30">
          <Button variant="secondary" size="small" onClick={add}>
            <PlusIcon decorative />
            {t(content.forms.length === 0 ? 'forms.addFirst' : 'forms.add')}
          </Button>
        </Box>
      )}
    </Box>
  );
}
