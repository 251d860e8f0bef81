/** Grades notes with Hence. */
module com.example.grader {
  requires dev.hence;

  exports com.example;
}
