import { Input } from '@twilio-paste/core/input';
import { picklistIndex } from '../../core/catalog/picklistIndex';
import { textIn } from '../../core/catalog/textIn';
import type { ChoiceField as ChoiceFieldSpec } from '../../core/catalog/types';
import { FieldFrame } from './FieldFrame';
import type { FieldProps } from './FieldProps';
import { OptionCombobox } from './OptionCombobox';
import { optionPath } from './optionPath';
import { whyEmpty } from './whyEmpty';
import { UnsupportedField } from './UnsupportedField';

/** One option of a picklist. */
export function ChoiceField(props: FieldProps<ChoiceFieldSpec>) {
  const { field, answer, catalog, language, t, dispatch, readOnly } = props;
  const picklist = catalog.picklists.find(({ id }) => id === field.picklist);
  if (!picklist) return <UnsupportedField {...props} />;

  const view = { levels: field.levels, language, fallback: catalog.reportedLanguage };
  const code = answer?.value?.kind === 'choice' ? answer.value.code : null;
  const option = code === null ? undefined : picklistIndex(picklist).byCode.get(code);
  const chosenText = option ? textIn(option.name, language, view.fallback) : (code ?? '');

  return (
    <FieldFrame
      {...props}
      detail={option ? optionPath(picklist, option, view) : ''}
      onClear={code === null ? null : () => dispatch({ type: 'clear', field: field.id })}
    >
      {(control) =>
        readOnly ? (
          <Input
            type="text"
            readOnly
            id={control.id}
            value={chosenText}
            aria-describedby={control.describedBy}
          />
        ) : (
          <OptionCombobox
            picklist={picklist}
            view={view}
            offers={props.state.offers}
            control={control}
            controlRef={props.controlRef}
            required={props.required}
            placeholder={t('choice.placeholder')}
            chosenText={chosenText}
            isChosen={(candidate) => candidate === code}
            onPick={(picked) => dispatch({ type: 'choose', field: field.id, code: picked })}
            staysOpen={false}
            notice={whyEmpty(props)}
            t={t}
          />
        )
      }
    </FieldFrame>
  );
}
