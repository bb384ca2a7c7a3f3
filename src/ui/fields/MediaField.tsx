import { useEffect, useRef, useState } from 'react';
import { Button } from '@twilio-paste/core/button';
import { othersMedia } from '../../core/capture/storedMedia';
import type { AnswerValue, MediaLink } from '../../core/capture/types';
import { textIn } from '../../core/catalog/textIn';
import type { MediaField as MediaFieldSpec } from '../../core/catalog/types';
import { assign } from './assign';
import { FieldFrame } from './FieldFrame';
import { FieldGroup } from './FieldGroup';
import type { FieldProps } from './FieldProps';
import { LinkedList } from './LinkedList';
import { LinkRow } from './LinkRow';

type MediaValue = Extract<AnswerValue, { kind: 'media' }>;

const NONE: MediaValue = { kind: 'media', links: [], put: [] };

/** Links that go with the conversation, below those that others have put there. */
export function MediaField(props: FieldProps<MediaFieldSpec>) {
  const { field, answer, listed, catalog, language, t, dispatch, readOnly, problem } = props;
  const value = answer?.value?.kind === 'media' ? answer.value : NONE;
  const { links } = value;
  const others = othersMedia(value, listed);
  const [type] = field.types;
  const isFull = links.length >= (field.max ?? Infinity);

  // A link that comes takes the focus, and one that goes hands it to the next, once the change is on the page.
  const [wish, setWish] = useState<{ readonly link: number } | null>(null);
  const wanted = useRef<HTMLInputElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (wish) (wanted.current ?? addButton.current)?.focus();
  }, [wish]);

  const link = (next: readonly MediaLink[]) =>
    dispatch({ type: 'link', field: field.id, links: next });
  const change = (at: number, changes: Partial<MediaLink>) =>
    link(links.map((one, index) => (index === at ? { ...one, ...changes } : one)));
  const wrong = Number(problem?.details?.['position'] ?? 1) - 1;

  return (
    <FieldFrame
      {...props}
      group
      onClear={
        links.length === 0
          ? null
          : () => {
              dispatch({ type: 'clear', field: field.id });
              setWish({ link: 0 });
            }
      }
    >
      {(control) => (
        <FieldGroup
          legend={textIn(field.name, language, catalog.reportedLanguage)}
          required={props.required}
          describedBy={control.describedBy}
        >
          <LinkedList entries={others} t={t} />
          {readOnly && others.length + links.length === 0 ? t('media.none') : null}
          {links.map((one, index) => (
            <LinkRow
              // Links have no identity but their place.
              key={index}
              id={`${control.id}-${index}`}
              position={index + 1}
              link={one}
              types={field.types}
              readOnly={readOnly}
              required={props.required}
              hasError={control.hasError && index === wrong}
              addressRef={(box) => {
                // Whoever is asked for this field starts at the link that is wrong.
                if (index === Math.min(wrong, links.length - 1)) assign(props.controlRef, box);
                if (index === wish?.link) assign(wanted, box);
              }}
              onChange={(changes) => change(index, changes)}
              onRemove={() => {
                link(links.filter((_, at) => at !== index));
                setWish({ link: index });
              }}
              t={t}
            />
          ))}
          {readOnly || isFull || !type ? null : (
            <Button
              variant="secondary"
              size="small"
              ref={(button) => {
                assign(addButton, button);
                if (links.length === 0) assign(props.controlRef, button);
              }}
              onClick={() => {
                link([...links, { type, url: '', title: '' }]);
                setWish({ link: links.length });
              }}
            >
              {t('media.add')}
            </Button>
          )}
        </FieldGroup>
      )}
    </FieldFrame>
  );
}
