import WaveSurfer from './wavesurfer.esm.js';

export function mounted(element, props, send) {
  const wave = WaveSurfer.create({
    container: element,
    url: props.source,
    waveColor: props.color,
    height: 96,
    cspNonce: document.querySelector('script[nonce]').nonce,
  });
  wave.on('interaction', (seconds) => {
    wave.play();
    send('picked', { seconds, duration: wave.getDuration() });
  });
  return wave;
}

export function updated(element, props, wave) {
  wave.setOptions({ waveColor: props.color });
  if (props.source !== wave.options.url) wave.load(props.source);
}

export function removed(element, wave) {
  wave.destroy();
}
