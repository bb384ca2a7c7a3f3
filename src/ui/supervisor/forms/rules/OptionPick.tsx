import { useRef } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Label } from '@twilio-paste/core/label';
import { ScreenReaderOnly } from '@twilio-paste/core/screen-reader-only';
import { picklistIndex } from '../../../../core/catalog/picklistIndex';
import type { Picklist } from '../../../../core/catalog/types';
import { createTranslator } from '../../../../strings/translate';
import { OptionCombobox } from '../../../fields/OptionCombobox';
import { findingsAt } from '../findingsAt';
import { FindingList } from '../FindingList';
import { useForms } from '../FormsContext';
import { placeId } from '../places';

interface OptionPickProps {
  /** JSON pointer of what is set. */
  readonly pointer: string;
  readonly label: string;
  readonly picklist: Picklist | undefined;
  readonly codes: readonly string[];
  /** For screen readers only: what it stands beside says it to others. */
  readonly labelHidden?: boolean;
  readonly several: boolean;
  /** Whether the last one can be taken away. */
  readonly clearable?: boolean;
  readonly onChange: (codes: readonly string[]) => void;
}

const NO_PICKLIST: Picklist = { id: '', name: {}, options: [] };

/** One option of a picklist, or several, found by typing. */
export function OptionPick(props: OptionPickProps) {
  const { pointer, label, picklist = NO_PICKLIST, codes, several, clearable = several } = props;
  const { content, findings, language, nameOf, readOnly, t } = useForms();
  const controlRef = useRef<HTMLElement>(null);
  const id = placeId(pointer);
  const { byCode } = picklistIndex(picklist);
  const named = (code: string): string => {
    const option = byCode.get(code);
    return option ? nameOf(option.name) : code;
  };
  const found = findingsAt(findings, pointer);
  const [first] = codes;
  const labelled = (
    <Label htmlFor={id} id={`${id}-label`}>
      {label}
    </Label>
  );
  const chosen = !several && first !== undefined && first !== '' ? named(first) : '';
  return (
    <Box minWidth="size0">
      {props.labelHidden ? <ScreenReaderOnly>{labelled}</ScreenReaderOnly> : labelled}
      {readOnly ? (
        <Box>{codes.map(named).join(', ')}</Box>
      ) : (
        <OptionCombobox
          picklist={picklist}
          view={{ levels: 'any', language, fallback: content.reportedLanguage }}
          offers={null}
          control={{ id, labelId: `${id}-label`, hasError: found.length > 0, describedBy: '' }}
          controlRef={controlRef}
          required={false}
          placeholder={t('forms.option.placeholder')}
          chosenText={chosen}
          isChosen={(code) => codes.includes(code)}
          onPick={(code) => {
            if (!several) return props.onChange([code]);
            props.onChange(
              codes.includes(code) ? codes.filter((one) => one !== code) : [...codes, code],
            );
          }}
          staysOpen={several}
          t={createTranslator(language)}
        />
      )}
      {readOnly || !(several || clearable) ? null : (
        <Box display="flex" flexWrap="wrap" columnGap="space30" marginTop="space20">
          {codes
            .filter((code) => code !== '')
            .map((code) => (
              <Button
                key={code}
                variant="link"
                size="small"
                onClick={() => props.onChange(codes.filter((one) => one !== code))}
              >
                {t('forms.option.remove', { option: named(code) })}
              </Button>
            ))}
        </Box>
      )}
      <FindingList findings={found} />
    </Box>
  );
}
