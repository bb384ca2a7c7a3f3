import { useEffect } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Text } from '@twilio-paste/core/text';
import { keepUsed } from '../../../core/catalog/keepUsed';
import type { LanguageTag } from '../../../core/catalog/types';
import type { VersionHeader } from '../../../core/publishing/types';
import { refusedText } from '../../../strings/editor/refusedText';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';
import { ChangeList } from './ChangeList';
import type { useVersionContents } from './useVersionContents';

interface VersionDiffProps {
  readonly before: VersionHeader;
  readonly after: VersionHeader;
  /** `after` is to be brought back in the place of `before`. */
  readonly isRollBack?: boolean;
  readonly contents: ReturnType<typeof useVersionContents>;
  readonly language: LanguageTag;
  readonly t: TranslateEditor;
}

/** What is different between two versions; fetches what is not there yet. */
export function VersionDiff(props: VersionDiffProps) {
  const { before, after, isRollBack = false, contents, language, t } = props;
  const { load } = contents;
  useEffect(() => {
    load(before.manifest);
    load(after.manifest);
  }, [load, before.manifest, after.manifest]);
  const [one, other] = [contents.contentOf(before.manifest), contents.contentOf(after.manifest)];
  if (one?.status === 'there' && other?.status === 'there') {
    const content = isRollBack ? keepUsed(one.content, other.content) : other.content;
    return <ChangeList before={one.content} after={content} language={language} t={t} />;
  }
  for (const [header, loaded] of [
    [before, one],
    [after, other],
  ] as const) {
    if (loaded?.status === 'failed') {
      return (
        <Box role="alert">
          <Text as="p" marginBottom="space30">
            {refusedText(t, loaded.refused)}
          </Text>
          <Button variant="secondary" size="small" onClick={() => load(header.manifest)}>
            {t('versions.retry')}
          </Button>
        </Box>
      );
    }
  }
  const [awaited, loaded] = one?.status === 'there' ? [after, other] : [before, one];
  return (
    <Box role="status">
      {t('versions.loading', { version: String(awaited.version) })}
      {loaded?.status === 'loading' && loaded.progress
        ? ` (${t('editor.progress', { ...loaded.progress })})`
        : null}
    </Box>
  );
}
