"""The data that passes between the stages: frozen, without behaviour. Imports only `diagnostics`."""
