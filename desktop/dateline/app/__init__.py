"""What window and command line both do with the layers below: the use cases."""
