import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What takes minutes, the longest first. A name that is missing here costs time and nothing else. */
const longest = ["boundary/pair", "stories/leak-lost", "stories/leak-unanswered", "browser/"];

/** Long files first, so that at the end no core waits for one file that began last. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => turnOf(a) - turnOf(b));
  }
}

function turnOf({ moduleId }: TestSpecification): number {
  const at = longest.findIndex((name) => moduleId.includes(`/test/${name}`));
  if (at >= 0) return at;
  return longest.length + (moduleId.includes("/test/stories/") ? 0 : 1);
}
