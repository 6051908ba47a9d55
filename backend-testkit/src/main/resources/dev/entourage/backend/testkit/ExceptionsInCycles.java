package cases;

class ExceptionsInCycles {
  static class Failure extends RuntimeException {
    Object context;

    Failure(String message, Throwable cause) {
      super(message, cause);
    }
  }

  static class Job {
    Failure failure;
    String name = "job";
  }

  static Object[] roots() {
    Job job = new Job();
    job.failure = new Failure("failed", new IllegalStateException("why"));
    job.failure.context = job;
    return new Object[] {job, job.failure};
  }

  static String show(Object root) {
    Job job = root instanceof Job j ? j : (Job) ((Failure) root).context;
    return job.name + (job.failure.context == job) + job.failure.getMessage() + job.failure.getCause() + job.failure.getStackTrace()[0];
  }
}
