"""A real OpenSearch for the tests, from Maven Central's jars: one node or several, on loopback."""
