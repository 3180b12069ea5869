/** Messages between threads, sent as one list at the end of a turn: each of its own costs as much as all of them. */
export function postTogether<Message>(port: {
  postMessage(list: Message[]): void;
}): (message: Message) => void {
  let list: Message[] = [];
  return (message) => {
    list.push(message);
    if (list.length > 1) return;
    setImmediate(() => {
      const whole = list;
      list = [];
      port.postMessage(whole);
    });
  };
}
