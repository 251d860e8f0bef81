// The same three tests passed as a module and on the class path.
['', '-class-path'].each { suffix ->
    def report = new File(basedir, "target/surefire-reports/TEST-com.example.GraderTest${suffix}.xml")
    assert report.isFile()
    def suite = new groovy.xml.XmlSlurper().parse(report)
    assert suite.@tests.text() == '3' && suite.@failures.text() == '0' && suite.@errors.text() == '0'
}
return true
