/** Milliseconds. */
const long = 450;

/** A finger that stays where it is. The click that follows its lifting is not one. */
export class LongPress {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isLong = false;

  begin(event: PointerEvent, act: () => void): void {
    this.isLong = false;
    if (event.pointerType !== 'touch') return;
    this.timer = setTimeout(() => {
      this.isLong = true;
      act();
    }, long);
  }

  readonly end = (): void => clearTimeout(this.timer);

  /** Whether this click ends a long press; asked once. */
  swallows(event: Event): boolean {
    if (!this.isLong) return false;
    this.isLong = false;
    event.preventDefault();
    return true;
  }

  /** A long press would open the menu of a link. */
  readonly onContextMenu = (event: Event): void => {
    if (this.isLong) event.preventDefault();
  };
}
