import { useRef, useState, type ChangeEvent } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { HelpText } from '@twilio-paste/core/help-text';
import { Input } from '@twilio-paste/core/input';
import { Label } from '@twilio-paste/core/label';
import { CloseIcon } from '@twilio-paste/icons/esm/CloseIcon';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';

interface NamesInputProps {
  readonly id: string;
  readonly label: string;
  readonly names: readonly string[];
  /** What the account has; anything else can be typed. */
  readonly suggestions: readonly string[];
  /** At most one name: a new one takes its place. */
  readonly single?: boolean;
  readonly help?: string;
  readonly problems?: readonly string[];
  readonly readOnly: boolean;
  readonly onChange: (names: readonly string[]) => void;
  readonly t: TranslateEditor;
}

const isSame = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/**
 * Names, picked from the account's own or typed. Paste has no box that takes both, so the browser's own list of
 * suggestions is used.
 */
export function NamesInput(props: NamesInputProps) {
  const { id, label, names, suggestions, single = false, help, problems = [], t } = props;
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const described = [
    ...problems.map((_, n) => `${id}-problem-${n}`),
    ...(help === undefined ? [] : [`${id}-help`]),
  ];
  const left = suggestions.filter((name) => !names.some((chosen) => isSame(chosen, name)));

  const add = (text: string) => {
    const name = text.trim();
    setTyped('');
    if (name === '' || names.some((chosen) => isSame(chosen, name))) return;
    props.onChange(single ? [name] : [...names, name]);
  };
  const onChange = ({ target, nativeEvent }: ChangeEvent<HTMLInputElement>) => {
    // Who picks a suggestion is done; browsers say that nothing was typed, each in its own way.
    const { inputType } = nativeEvent as InputEvent;
    const isPicked = inputType === undefined || inputType === 'insertReplacementText';
    if (isPicked && left.includes(target.value)) add(target.value);
    else setTyped(target.value);
  };

  return (
    <Box minWidth="size0" overflowWrap="anywhere">
      <Label htmlFor={id}>{label}</Label>
      {names.length > 0 ? (
        <Box
          as="ul"
          aria-label={label}
          listStyleType="none"
          margin="space0"
          marginBottom="space30"
          padding="space0"
          display="flex"
          flexWrap="wrap"
          columnGap="space20"
          rowGap="space20"
        >
          {names.map((name) => (
            <Box
              as="li"
              key={name}
              display="flex"
              alignItems="center"
              columnGap="space30"
              maxWidth="100%"
              paddingY="space10"
              paddingX="space30"
              borderRadius="borderRadius20"
              backgroundColor="colorBackgroundPrimaryWeakest"
              color="colorTextPrimary"
              fontSize="fontSize30"
              lineHeight="lineHeight30"
            >
              {name}
              {props.readOnly ? null : (
                <Button
                  variant="secondary_icon"
                  size="reset"
                  onClick={() => {
                    props.onChange(names.filter((other) => other !== name));
                    input.current?.focus();
                  }}
                >
                  <CloseIcon
                    decorative={false}
                    title={t('assignments.remove', { name })}
                    size="sizeIcon10"
                  />
                </Button>
              )}
            </Box>
          ))}
        </Box>
      ) : null}
      {props.readOnly ? null : (
        <Box display="flex" columnGap="space30">
          <Box flexGrow={1} minWidth="size0">
            <Input
              ref={input}
              id={id}
              type="text"
              list={`${id}-suggestions`}
              autoComplete="off"
              hasError={problems.length > 0}
              aria-describedby={described.join(' ') || undefined}
              value={typed}
              onChange={onChange}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                add(typed);
              }}
            />
            <datalist id={`${id}-suggestions`}>
              {left.map((name) => (
                <option key={name} value={name} />
              ))}
            </datalist>
          </Box>
          <Button
            variant="secondary"
            aria-label={t('assignments.addTo', { list: label })}
            onClick={() => {
              add(typed);
              input.current?.focus();
            }}
          >
            {t('assignments.addName')}
          </Button>
        </Box>
      )}
      {problems.map((problem, n) => (
        <HelpText key={problem} id={`${id}-problem-${n}`} variant="error">
          {problem}
        </HelpText>
      ))}
      {help === undefined ? null : <HelpText id={`${id}-help`}>{help}</HelpText>}
    </Box>
  );
}
