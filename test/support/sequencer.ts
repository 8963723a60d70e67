import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * One project after the other, the processes and browsers first: a test process is kept for the next
 * file only while that is of the same project, and what takes long must not be left for the end.
 */
export class ProjectAfterProject extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const order = ['once', 'postgres', 'sqlite'];
    const placeOf = ({ project }: TestSpecification) => order.indexOf(project.name);
    return sorted.sort((one, other) => placeOf(one) - placeOf(other));
  }
}
