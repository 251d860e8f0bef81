// The same three tests passed as a module and on the class path.
def passed = { String suffix ->
    def report = new File(basedir, "target/surefire-reports/TEST-com.example.GraderTest${suffix}.xml")
    def suite = report.isFile() ? report.text.readLines().join(' ').find(/<testsuite [^>]*>/) : ''
    ['tests="3"', 'failures="0"', 'errors="0"', 'skipped="0"'].every { suite.contains(it) }
}
return passed('') && passed('-class-path')
