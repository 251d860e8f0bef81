// A project without Java of its own: Surefire finds the derivations through a class in the jar of Hence.
def report = new File(basedir, 'target/surefire-reports/TEST-dev.hence.engine.DerivationsTest.xml')
def suite = new groovy.xml.XmlSlurper().parse(report)
assert suite.testcase.size() == 1 && suite.@failures.text() == '0'
assert suite.testcase[0].@name.text().startsWith('energy.md  1  d/dt L(w)')
return true
