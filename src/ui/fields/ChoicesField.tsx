import { Box } from '@twilio-paste/core/box';
import { Input } from '@twilio-paste/core/input';
import { picklistIndex } from '../../core/catalog/picklistIndex';
import { choicesLimit } from '../../core/capture/choicesLimit';
import { textIn } from '../../core/catalog/textIn';
import type { ChoicesField as ChoicesFieldSpec } from '../../core/catalog/types';
import { ChosenOption } from './ChosenOption';
import { FieldFrame } from './FieldFrame';
import type { FieldProps } from './FieldProps';
import { OptionCombobox } from './OptionCombobox';
import { optionPath } from './optionPath';
import { whyEmpty } from './whyEmpty';
import { UnsupportedField } from './UnsupportedField';

/** Several options of a picklist, as many as there are places for on the task. */
export function ChoicesField(props: FieldProps<ChoicesFieldSpec>) {
  const { field, answer, catalog, language, t, dispatch, readOnly } = props;
  const picklist = catalog.picklists.find(({ id }) => id === field.picklist);
  if (!picklist) return <UnsupportedField {...props} />;

  const view = { levels: field.levels, language, fallback: catalog.reportedLanguage };
  const { byCode } = picklistIndex(picklist);
  const codes = answer?.value?.kind === 'choices' ? answer.value.codes : [];
  const limit = choicesLimit(catalog, field);
  const full = codes.length >= limit;
  const name = textIn(field.name, language, view.fallback);

  const choose = (next: readonly string[]) =>
    dispatch({ type: 'choose-all', field: field.id, codes: next });
  const toggle = (code: string) => {
    if (codes.includes(code)) choose(codes.filter((chosen) => chosen !== code));
    else if (!full) choose([...codes, code]);
  };

  const remove = (code: string) => {
    toggle(code);
    props.controlRef.current?.focus();
  };

  return (
    <FieldFrame
      {...props}
      count={t('choices.count', { count: codes.length, limit })}
      onClear={codes.length === 0 ? null : () => dispatch({ type: 'clear', field: field.id })}
    >
      {(control) => (
        <>
          {codes.length > 0 ? (
            <Box
              as="ul"
              aria-label={t('choices.chosen', { field: name })}
              listStyleType="none"
              margin="space0"
              marginBottom="space30"
              padding="space0"
              display="flex"
              flexWrap="wrap"
              columnGap="space20"
              rowGap="space20"
            >
              {codes.map((code) => {
                const option = byCode.get(code);
                return (
                  <ChosenOption
                    key={code}
                    name={option ? textIn(option.name, language, view.fallback) : code}
                    path={option ? optionPath(picklist, option, view) : ''}
                    onRemove={readOnly ? null : () => remove(code)}
                    t={t}
                  />
                );
              })}
            </Box>
          ) : null}
          {readOnly ? (
            codes.length === 0 ? (
              <Input
                type="text"
                readOnly
                id={control.id}
                value=""
                aria-describedby={control.describedBy}
              />
            ) : null
          ) : (
            <OptionCombobox
              picklist={picklist}
              view={view}
              offers={props.state.offers}
              control={control}
              controlRef={props.controlRef}
              required={props.required}
              placeholder={t('choice.addPlaceholder')}
              chosenText=""
              isChosen={(code) => codes.includes(code)}
              onPick={toggle}
              staysOpen
              notice={full ? t('choices.full', { limit }) : whyEmpty(props)}
              t={t}
            />
          )}
        </>
      )}
    </FieldFrame>
  );
}
