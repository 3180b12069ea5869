/** Seconds of processor time that this process has used: what else the machine does counts little. */
export function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
