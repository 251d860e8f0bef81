// What Surefire reports of the derivations: one step fails, with its line, statement and counterexample.
def report = new File(basedir, 'target/surefire-reports/TEST-com.example.DerivationsTest.xml')
assert report.isFile()
def suite = new groovy.xml.XmlSlurper().parse(report)
def cases = suite.testcase.collectEntries { [(it.@name.text()): it] }
println cases.keySet()

assert cases.size() == 3
assert suite.@failures.text() == '1' && suite.@errors.text() == '0'

def wrong = cases.find { it.key.startsWith('notes/logistic-regression.md  4 ') }
assert wrong.key.contains('∇_w J(w) = ∑ᵢ (yᵢ − σ(wᵀ xᵢ)) xᵢ')
def message = wrong.value.failure.@message.text()
assert message.contains('4  refuted  src/test/resources/notes/logistic-regression.md:18:3')
assert message.contains('counterexample  w = 0, y₁ = 0, x₁ = 1: entry 1: left 1/2, right −1/2')
assert message.contains('mending edit')

cases.findAll { it.key != wrong.key }.each { assert it.value.failure.isEmpty() }
return true
