"""OpenSearch: articles and postings kept by a cluster."""
