import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Text } from '@twilio-paste/core/text';
import type { ReservationState } from '../control/api';
import { RefusalNotice } from './RefusalNotice';
import { StatusBadge } from './StatusBadge';
import { reservationActions, type ReservationAction } from './taskActions';
import { useOperation } from './useOperation';

const NAMES: Readonly<Record<ReservationAction, string>> = {
  timeout: 'Time out',
  rescind: 'Rescind',
  reject: 'Reject',
};

interface ReservationRowProps {
  readonly reservation: ReservationState;
}

/** One reservation of a task, and what may happen to it from outside. */
export const ReservationRow = ({ reservation }: ReservationRowProps) => {
  const { busy, refusal, run } = useOperation();
  const act = (action: ReservationAction) =>
    run(
      (client) => client.actOnReservation(reservation.sid, action),
      `Reservation ${reservation.sid}: ${NAMES[action].toLowerCase()}.`,
    );
  return (
    <Box as="li" aria-label={`Reservation ${reservation.sid}`} paddingY="space20">
      <Box display="flex" flexWrap="wrap" alignItems="center" columnGap="space30" rowGap="space20">
        <Text as="span" fontSize="fontSize30">
          {reservation.worker}
        </Text>
        <StatusBadge status={reservation.status} />
        <Text as="span" fontSize="fontSize20" color="colorTextWeak">
          version {reservation.version}
        </Text>
        <Text as="span" fontSize="fontSize20" color="colorTextWeak" fontFamily="fontFamilyCode">
          {reservation.sid}
        </Text>
        <Box display="flex" columnGap="space30">
          {reservationActions(reservation).map((action) => (
            <Button
              key={action}
              variant="link"
              size="reset"
              disabled={busy}
              onClick={() => void act(action)}
            >
              {NAMES[action]}
            </Button>
          ))}
        </Box>
      </Box>
      <RefusalNotice title="Not done" refusal={refusal} />
    </Box>
  );
};
