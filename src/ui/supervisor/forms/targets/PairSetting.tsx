import type { Field, PairTarget } from '../../../../core/catalog/types';
import { DICTIONARY, findPairPartner } from '../../../../core/insights/dictionary';
import { reportName } from '../../../agent/reportName';
import { useForms } from '../FormsContext';
import { SelectSetting } from '../SelectSetting';
import { factsAboutPath } from './factsAboutPath';
import { targetUsers } from './targetUsers';

interface PairSettingProps {
  /** JSON pointer of the pair. */
  readonly pointer: string;
  readonly label: string;
  readonly field: Field;
  readonly pair: PairTarget;
  readonly onChange: (pair: PairTarget) => void;
}

const PAIRS: readonly PairTarget[] = DICTIONARY.flatMap(({ path, kind }): PairTarget[] => {
  const label = kind === 'attribute' ? findPairPartner(path) : undefined;
  return label === undefined ? [] : [{ attribute: path, label }];
});

/** An attribute with its label: the code goes into one, the reported text into the other. */
export function PairSetting({ pointer, label, field, pair, onChange }: PairSettingProps) {
  const scope = useForms();
  const { content, nameOf, t } = scope;
  const textOf = ({ attribute }: PairTarget): string => {
    const name = t('forms.pair', { name: reportName(attribute) });
    const user = targetUsers(content, attribute).find((one) => one.field !== field);
    return user ? t('forms.pair.used', { pair: name, field: nameOf(user.field.name) }) : name;
  };
  return (
    <SelectSetting
      pointer={pointer}
      label={label}
      value={pair.attribute}
      options={PAIRS.map((one) => [one.attribute, textOf(one)] as const)}
      help={factsAboutPath(pair.attribute, { ...scope, field }).join(' ')}
      onChange={(attribute) => {
        const chosen = PAIRS.find((one) => one.attribute === attribute);
        if (chosen) onChange(chosen);
      }}
    />
  );
}
