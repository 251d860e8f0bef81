// JUnit 5.8.2: steps are tests as ever, and what is wrong with the configuration fails the build in words.
def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('Tests run: 2, Failures: 1, Errors: 0')
assert log.contains('2  refuted  src/test/resources/energy.md:11:3')
assert log.contains("hence.budget must be a number of seconds, more than 0 and at most a day, not 'soon'")
return true
