import { neededMark, type Fed } from '../../../../core/catalog/targetRules';
import { targetPaths } from '../../../../core/catalog/targetPaths';
import type { AnswerableField, SingleTarget } from '../../../../core/catalog/types';
import { findEntry } from '../../../../core/insights/dictionary';
import { useField } from '../FieldScope';
import { useForms } from '../FormsContext';
import { SwitchSetting } from '../SwitchSetting';
import { PathChoice } from './PathChoice';

interface SinglePathProps<T extends SingleTarget> {
  /** JSON pointer of the target. */
  readonly pointer: string;
  readonly field: AnswerableField;
  readonly target: T;
  readonly fed: Fed;
  readonly onChange: (target: T) => void;
}

const needsOverride = (path: string): boolean => {
  const entry = findEntry(path);
  return entry !== undefined && neededMark(entry) === 'override';
};

/** A path with the author's word, where one is needed, that it replaces what Insights fills in. */
export function SinglePath<T extends SingleTarget>(props: SinglePathProps<T>) {
  const { pointer, target, onChange } = props;
  const { t } = useForms();
  const withOverride = (path: string, override: boolean): T => {
    const { override: _before, ...others } = target;
    return { ...others, path, ...(override ? { override } : {}) } as T;
  };
  return (
    <>
      <PathChoice
        pointer={`${pointer}/path`}
        field={props.field}
        path={target.path}
        fed={props.fed}
        onChoose={(path) => onChange(withOverride(path, false))}
      />
      {target.override === true || needsOverride(target.path) ? (
        <SwitchSetting
          pointer={`${pointer}/override`}
          label={t('forms.override')}
          help={t('forms.override.help')}
          on={target.override === true}
          onChange={(on) => onChange(withOverride(target.path, on))}
        />
      ) : null}
    </>
  );
}

/** What the author has to vouch for before a field may write where it does. */
export function MarkSettings({ field }: { readonly field: AnswerableField }) {
  const { t } = useForms();
  const { pointer, set } = useField();
  const needed = targetPaths(field).map((path) => {
    const entry = findEntry(path);
    return entry ? neededMark(entry) : null;
  });
  return (
    <>
      {(['notForSegmenting', 'noSegmentEnded'] as const).map((mark) =>
        field[mark] === true || (needed.includes(mark) && !isPaired(field)) ? (
          <SwitchSetting
            key={mark}
            pointer={`${pointer}/${mark}`}
            label={t(`forms.${mark}`)}
            help={t(`forms.${mark}.help`)}
            on={field[mark] === true}
            onChange={(on) => set(t(`forms.${mark}`), { [mark]: on || undefined })}
          />
        ) : null,
      )}
    </>
  );
}

/** Labels beside their attribute need no word. */
const isPaired = (field: AnswerableField): boolean =>
  (field.kind === 'choice' && 'attribute' in field.target && !field.also) ||
  (field.kind === 'choices' && field.slots !== undefined);
