/** A sound source that never makes a sound, so that no call asks for, needs or records a microphone. */
export const silentStream = (): MediaStream =>
  new AudioContext().createMediaStreamDestination().stream;

const DEVICE = {
  deviceId: 'default',
  groupId: 'sandbox',
  kind: 'audioinput',
  label: 'Silent microphone of the sandbox',
} as const;

/** Without an input device in the list Flex warns the agent and refuses calls in the browser. */
export const installSilentMicrophone = (): void => {
  const { mediaDevices } = navigator;
  const enumerate = mediaDevices.enumerateDevices.bind(mediaDevices);
  mediaDevices.getUserMedia = () => Promise.resolve(silentStream());
  mediaDevices.enumerateDevices = async () => [
    { ...DEVICE, toJSON: () => DEVICE },
    ...(await enumerate()).filter(({ kind }) => kind !== 'audioinput'),
  ];
};
