import { useMemo, useRef } from 'react';
import { textIn } from '../../../core/catalog/textIn';
import type { CatalogContent, LanguageTag, Option } from '../../../core/catalog/types';
import {
  addOption,
  archiveOption,
  isUsed,
  moveOption,
  proposeOption,
  removeOption,
  restoreOption,
  setOption,
  type OptionPlace,
} from '../../../core/edit/options';
import { pasteOptions } from '../../../core/edit/pasteOptions';
import { recodeOption } from '../../../core/edit/recodeOption';
import { whereUsed } from '../../../core/edit/whereUsed';
import type { Changes } from '../../../core/edit/lists';
import type { Edit } from '../EditorTabProps';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';
import { picklistTree } from './picklistTree';
import { withText } from './withText';
import { dropPlace, stepPlace, type Direction, type DropSide } from './moves';

type Settable = Changes<Omit<Option, 'code' | 'parent'>>;

export interface OptionGestures {
  readonly add: (name: string, place: OptionPlace) => void;
  readonly rename: (code: string, language: LanguageTag, name: string) => void;
  /** `change` sees the option as it is when the step is made, or made anew. */
  readonly set: (code: string, change: (option: Option) => Settable) => void;
  readonly recode: (code: string, next: string) => void;
  readonly step: (code: string, direction: Direction) => void;
  readonly drop: (code: string, target: string, side: DropSide, isOpen: boolean) => void;
  readonly archive: (code: string) => void;
  readonly restore: (code: string) => void;
  readonly remove: (code: string) => void;
  readonly paste: (text: string, parent: string | null, added: number) => void;
}

interface Around {
  readonly content: CatalogContent;
  readonly used: CatalogContent | null;
  readonly picklistId: string;
  readonly language: LanguageTag;
  readonly edit: (what: string, change: Edit) => void;
  readonly onSelect: (code: string | null) => void;
  readonly onOpen: (code: string) => void;
  /** Says what has happened, or why nothing has. */
  readonly say: (text: string) => void;
  readonly t: TranslateEditor;
}

const optionOf = (content: CatalogContent, picklistId: string, code: string): Option | undefined =>
  content.picklists
    .find(({ id }) => id === picklistId)
    ?.options.find((option) => option.code === code);

/** Whether reports may know the option already: its code and its reported text are fixed. */
export const isPublished = (
  used: CatalogContent | null,
  picklistId: string,
  code: string,
): boolean => used !== null && optionOf(used, picklistId, code) !== undefined;

/** What supervisors do to the options of one picklist: each one step of undo. The same object at each render. */
export function useOptionGestures(around: Around): OptionGestures {
  const latest = useRef(around);
  latest.current = around;
  return useMemo(() => gesturesOf(() => latest.current), []);
}

function gesturesOf(now: () => Around): OptionGestures {
  const nameOf = (code: string): string => {
    const { content, picklistId, language } = now();
    const option = optionOf(content, picklistId, code);
    return option ? textIn(option.name, language, content.reportedLanguage) : code;
  };
  const treeOf = () => {
    const { content, picklistId } = now();
    const picklist = content.picklists.find(({ id }) => id === picklistId);
    return picklist ? picklistTree(picklist) : null;
  };

  const set: OptionGestures['set'] = (code, change) => {
    const { edit, picklistId, t } = now();
    edit(t('picklists.did.set', { option: nameOf(code) }), (content) => {
      const option = optionOf(content, picklistId, code);
      return option ? setOption(content, picklistId, code, change(option)) : content;
    });
  };

  const move = (code: string, place: OptionPlace | null): void => {
    const { edit, picklistId, say, onSelect, onOpen, t } = now();
    const option = nameOf(code);
    if (!place) {
      say(t('picklists.said.nowhere', { option }));
      return;
    }
    edit(t('picklists.did.move', { option }), (content) =>
      moveOption(content, picklistId, code, place),
    );
    if (place.parent !== null) onOpen(place.parent);
    onSelect(code);
    say(
      place.parent === null
        ? t('picklists.said.movedTop', { option })
        : t('picklists.said.moved', { option, parent: nameOf(place.parent) }),
    );
  };

  /** Why an option cannot be deleted. */
  const keptBecause = (code: string): 'published' | 'named' | null => {
    const { content, used, picklistId } = now();
    if (isUsed(used, content, picklistId, code)) return 'published';
    const codes = [...(treeOf()?.branch(code) ?? [])];
    // Options that go with it do not keep it.
    const isNamed = codes.some((below) =>
      whereUsed(content, picklistId, below).some(
        ({ kind, option }) => kind !== 'under' || !codes.includes(option ?? ''),
      ),
    );
    return isNamed ? 'named' : null;
  };

  return {
    add: (name, place) => {
      const { content, edit, picklistId, language, onSelect, onOpen, say, t } = now();
      const option = proposeOption(content, picklistId, name, language, place.parent);
      edit(t('picklists.did.add', { option: name }), (draft) =>
        addOption(draft, picklistId, option, place),
      );
      if (place.parent !== null) onOpen(place.parent);
      onSelect(option.code);
      say(t('picklists.said.added', { option: name }));
    },
    rename: (code, language, name) => {
      const { edit, used, picklistId, t } = now();
      const isFixed = isPublished(used, picklistId, code);
      edit(t('picklists.did.rename', { option: nameOf(code) }), (content) => {
        const option = optionOf(content, picklistId, code);
        if (!option) return content;
        const old = option.name[language];
        // Until it is fixed, what reports show goes with the name it was made of.
        const goesWith =
          !isFixed &&
          name !== '' &&
          language === content.reportedLanguage &&
          option.reported === old;
        return setOption(content, picklistId, code, {
          name: withText(option.name, language, name),
          ...(goesWith ? { reported: name } : {}),
        });
      });
    },
    set,
    recode: (code, next) => {
      const { edit, picklistId, onSelect, t } = now();
      edit(t('picklists.did.recode', { option: nameOf(code) }), (content) =>
        recodeOption(content, picklistId, code, next),
      );
      onSelect(next);
    },
    step: (code, direction) => {
      const tree = treeOf();
      if (tree) move(code, stepPlace(tree, code, direction));
    },
    drop: (code, target, side, isOpen) => {
      const tree = treeOf();
      if (tree && code !== target) move(code, dropPlace(tree, code, target, side, isOpen));
    },
    archive: (code) => {
      const { edit, picklistId, say, t } = now();
      const option = nameOf(code);
      edit(t('picklists.did.archive', { option }), (content) =>
        archiveOption(content, picklistId, code),
      );
      say(t('picklists.said.archived', { option }));
    },
    restore: (code) => {
      const { edit, picklistId, say, t } = now();
      const option = nameOf(code);
      edit(t('picklists.did.restore', { option }), (content) =>
        restoreOption(content, picklistId, code),
      );
      say(t('picklists.said.restored', { option }));
    },
    remove: (code) => {
      const { edit, picklistId, onSelect, say, t } = now();
      const option = nameOf(code);
      const kept = keptBecause(code);
      if (kept !== null) {
        say(t(`picklists.kept.${kept}`, { option }));
        return;
      }
      const tree = treeOf();
      const parent = tree?.above(code)[0] ?? null;
      const siblings = (parent === null ? tree?.roots : tree?.childrenOf(parent)) ?? [];
      const at = siblings.findIndex((sibling) => sibling.code === code);
      const neighbour = siblings[at + 1] ?? siblings[at - 1];
      edit(t('picklists.did.remove', { option }), (content) =>
        removeOption(content, picklistId, code),
      );
      onSelect(neighbour?.code ?? parent);
      say(t('picklists.said.removed', { option }));
    },
    paste: (text, parent, added) => {
      const { edit, picklistId, language, onOpen, say, t } = now();
      edit(
        t('picklists.did.paste', { count: added }),
        (content) => pasteOptions(content, picklistId, text, language, parent).content,
      );
      if (parent !== null) onOpen(parent);
      say(t('picklists.said.pasted', { count: added }));
    },
  };
}
