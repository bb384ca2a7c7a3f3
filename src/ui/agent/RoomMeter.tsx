import { Box } from '@twilio-paste/core/box';
import { ATTRIBUTES_LIMIT } from '../../core/attributes/mergePatch';
import type { Translate } from '../../strings/translate';

/** How full a task has to be before an agent is told, in parts of the limit. */
const TIGHT = 0.85;

interface RoomMeterProps {
  /** What the task's attributes would come to, in characters. */
  readonly size: number;
  /** Names of the fields whose clearing helps most. */
  readonly largest: readonly string[];
  readonly t: Translate;
}

/** How much of the room on the task is used, once it gets tight. */
export function RoomMeter({ size, largest, t }: RoomMeterProps) {
  if (size <= TIGHT * ATTRIBUTES_LIMIT) return null;
  const isOver = size > ATTRIBUTES_LIMIT;
  const used = t('room.used', { size, limit: ATTRIBUTES_LIMIT });
  const share = Math.min(100, (size / ATTRIBUTES_LIMIT) * 100);
  return (
    <Box fontSize="fontSize20" lineHeight="lineHeight30">
      <Box
        role="meter"
        aria-label={t('room.label')}
        aria-valuemin={0}
        aria-valuemax={ATTRIBUTES_LIMIT}
        aria-valuenow={Math.min(size, ATTRIBUTES_LIMIT)}
        aria-valuetext={used}
        height="6px"
        borderRadius="borderRadius20"
        overflow="hidden"
        backgroundColor="colorBackgroundStrong"
      >
        <Box
          height="100%"
          style={{ width: `${share}%` }}
          backgroundColor={isOver ? 'colorBackgroundError' : 'colorBackgroundWarning'}
        />
      </Box>
      <Box color={isOver ? 'colorTextError' : 'colorTextWeak'} overflowWrap="anywhere">
        {t(isOver ? 'room.over' : 'room.tight', { used })}
        {largest.length > 0 ? ` ${t('room.largest', { fields: largest.join(', ') })}` : ''}
      </Box>
    </Box>
  );
}
