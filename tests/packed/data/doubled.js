export function mounted(element, props, send) {
  void send('doubled', props.number * 2);
}
