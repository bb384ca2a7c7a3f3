import { FAR_END_PATH, type FromFarEnd, type ToFarEnd } from '../farEndMessages';
import { silentStream } from './silentMicrophone';

/**
 * The other end of the agent's calls. At Twilio a media server; here a second peer connection in the same page,
 * for Node has none. So a live call exists in the browser, and no packet goes further than from the page to itself.
 */
const calls = new Map<string, RTCPeerConnection>();

const gathered = (connection: RTCPeerConnection): Promise<void> =>
  new Promise((resolve) => {
    if (connection.iceGatheringState === 'complete') return resolve();
    connection.addEventListener('icegatheringstatechange', () => {
      if (connection.iceGatheringState === 'complete') resolve();
    });
  });

const makeOffer = async (callSid: string): Promise<FromFarEnd> => {
  const connection = new RTCPeerConnection();
  calls.set(callSid, connection);
  const stream = silentStream();
  for (const track of stream.getTracks()) connection.addTrack(track, stream);
  await connection.setLocalDescription(await connection.createOffer());
  // Twilio does not trickle candidates either: the offer has to hold them all.
  await gathered(connection);
  return { type: 'offer', callSid, sdp: connection.localDescription?.sdp ?? '' };
};

const end = (callSid: string) => {
  calls.get(callSid)?.close();
  calls.delete(callSid);
};

export const connectFarEnd = (): void => {
  const socket = new WebSocket(`ws://${location.host}${FAR_END_PATH}`);
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as ToFarEnd;
    switch (message.type) {
      case 'make-offer':
        void makeOffer(message.callSid).then((offer) => socket.send(JSON.stringify(offer)));
        return;
      case 'answered':
        void calls.get(message.callSid)?.setRemoteDescription({ type: 'answer', sdp: message.sdp });
        return;
      case 'ended':
        end(message.callSid);
    }
  });
};

/** No STUN or TURN server is asked for anything, whatever the Voice SDK configures. */
export const keepPeersLocal = (): void => {
  window.RTCPeerConnection = new Proxy(window.RTCPeerConnection, {
    construct: (target, [config]: [RTCConfiguration | undefined]) =>
      new target({ ...config, iceServers: [] }),
  });
};
